import { expect, test } from 'vitest';
import { configFile, runCli } from '../support/run-cli.ts';
import { acme, brevo, sendyiq, smartsender } from './accounts.ts';

const list = ['conversations', 'list', '--config'];

test('the conversations of all vendors, newest first, each with its whole id', async () => {
  const { config, bots, web } = await acme();
  const { exitCode, stdout, stderr } = await runCli([...list, config, '--limit', '4']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const ids = stdout.split('\n').filter((line) => /^\w/.test(line) && line !== 'There may be more: raise --limit 4.');
  expect(ids).toHaveLength(4);
  const known = new Set([
    ...bots.state.conversations.map(({ id }) => `bots:${id}`),
    ...web.state.conversations.map(({ id }) => `web:${id}`),
  ]);
  for (const id of ids) expect(known).toContain(id);
  expect(new Set(ids.map((id) => id.split(':')[0]))).toEqual(new Set(['bots', 'web']));
  expect(stdout).toMatch(/\n {2}Olena Kovalchuk · website · SendyIQ chat · open · 2 unread · \d+ min ago\n/);
  expect(stdout).toContain('There may be more: raise --limit 4.');
});

test('a status', async () => {
  const { config } = await acme();
  const { stdout } = await runCli([...list, config, '--status', 'closed', '--json', '-l', '100']);
  const { conversations, failures } = JSON.parse(stdout);
  expect(failures).toEqual([]);
  expect(conversations.length).toBeGreaterThan(10);
  expect(new Set(conversations.map(({ status }: { status: string }) => status))).toEqual(new Set(['closed']));
});

test('a connection that fails is told, those of others are shown, and the exit code says that some are missing', async () => {
  const { config, web } = await acme();
  web.fail({ kind: 'status', status: 401 });
  const { exitCode, stdout, stderr } = await runCli([...list, config]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^bots:\d+\n/);
  expect(stdout).not.toContain('web:');
  expect(stderr).toMatch(/^✗ web could not be read: .*\n {2}code: unauthorized\n/);
  expect(stderr).not.toContain(web.apiKey);
  web.fail({ kind: 'status', status: 401 });
  const json = await runCli([...list, config, '--json']);
  expect(json).toMatchObject({ exitCode: 1, stderr: '' });
  expect(JSON.parse(json.stdout).failures).toMatchObject([{ connectionId: 'web', error: { code: 'unauthorized' } }]);
});

test('a vendor that cannot list is named and is no failure, unless it is the only one', async () => {
  const { config } = await acme(true);
  const result = await runCli([...list, config, '-l', '1']);
  expect(result.exitCode).toBe(0);
  expect(result.stderr).toMatch(
    /^– mail is not in this list: Brevo Conversations does not support conversations\.list/,
  );

  const alone = await configFile({ tenants: { acme: { connections: [await brevo('mail')] } } });
  // An empty list would be a lie: it is said why there is none.
  const { exitCode, stdout, stderr } = await runCli([...list, alone]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('does not support conversations.list');
});

test('the tenant may be left out when there is one', async () => {
  const [{ connection: first }, { connection: second }] = [await smartsender('bots'), await sendyiq('web')];
  const config = await configFile({ tenants: { acme: { connections: [first] }, globex: { connections: [second] } } });
  const none = await runCli([...list, config]);
  expect(none).toMatchObject({ exitCode: 1, stdout: '' });
  expect(none.stderr).toBe('✗ Say which tenant: --tenant acme, --tenant globex\n');
  const { exitCode, stdout } = await runCli([...list, config, '--tenant', 'globex', '-l', '1']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^web:/);
});

test('a wrong tenant is told by path, another one can be worked in', async () => {
  const { connection } = await smartsender('bots');
  const config = await configFile({
    tenants: { acme: { connections: [connection] }, wrong: { connections: [{ ...connection, credentials: {} }] } },
  });
  const wrong = await runCli([...list, config, '-t', 'wrong']);
  expect(wrong).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: '✗ tenants.wrong.connections.0.credentials.token: must be a string\n',
  });
  const json = await runCli([...list, config, '-t', 'wrong', '--json']);
  expect(JSON.parse(json.stdout).problems).toMatchObject([{ message: 'must be a string' }]);
  expect((await runCli([...list, config, '-t', 'acme'])).exitCode).toBe(0);
});

test('what customers wrote cannot steer the terminal', async () => {
  const { config, web } = await acme();
  web.addConversation({ kind: 'chat', customerName: 'Eve\u001b[2J\nweb:1', text: '\u001b]0;gone\u0007hi' });
  const { stdout } = await runCli([...list, config, '-l', '1']);
  expect(stdout).toContain('Eve [2J web:1 · website');
  expect(stdout).not.toContain('\u001b');
});

test.for(['0', '1.5', 'many', '10001'])('--limit %s is refused', async (limit) => {
  const { exitCode, stderr } = await runCli([...list, 'x.json', '-l', limit]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('It must be a number from 1 to 10000.');
});
