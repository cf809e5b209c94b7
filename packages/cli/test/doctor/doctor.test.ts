import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import {
  startBlingerEmulator,
  startBrevoEmulator,
  startSendyiqEmulator,
  startSmartsenderEmulator,
} from '@anyinbox/emulators';
import { describe, expect, onTestFinished, test } from 'vitest';
import { configFile, runCli, variable } from '../support/run-cli.ts';

const wrongKey = 'wrong-key.s3cr3t';

test('of one good, one wrong-key and one unreachable connection: exit code 1, and three lines that say what to do', async () => {
  const bots = await ended(startSmartsenderEmulator());
  const web = await ended(startSendyiqEmulator());
  const config = await configFile({
    tenants: {
      acme: {
        connections: [
          smartsender('bots', bots),
          { id: 'web', provider: 'sendyiq-chat', credentials: { apiKey: wrongKey }, options: { baseUrl: web.url } },
          {
            id: 'desk',
            provider: 'blinger',
            credentials: { token: wrongKey },
            options: { baseUrl: `http://127.0.0.1:${await closedPort()}` },
          },
        ],
      },
    },
  });
  const { exitCode, stdout, stderr } = await runCli(['doctor', '--config', config]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  const [good, refused, unreachable, after] = stdout.split('\n');
  expect(good).toMatch(
    /^✓ acme\/bots {2}Smartsender answers agents\.list in \d+ ms; 179 of 180 requests a minute left; \d+ of \d+ operations missing$/,
  );
  expect(refused).toBe(
    '✗ acme/web  SendyIQ chat refuses the credentials (HTTP 401): put valid ones at tenants.acme.connections.1.credentials',
  );
  expect(unreachable).toBe(
    '✗ acme/desk  Blinger cannot be reached: check tenants.acme.connections.2.options.baseUrl, the network and its proxies',
  );
  expect(after).toBe('');
  expect(stdout).toMatch(/smartsender +conversations\.reopen, /);
  expect(stdout).toMatch(/\n2 of 3 to act on\.\n$/);
  for (const secret of [wrongKey, bots.token]) expect(stdout).not.toContain(secret);
  // One request each, and no write.
  expect([bots, web].map(({ requests }) => requests.map(({ method }) => method))).toEqual([['GET'], ['GET']]);
});

test('everything good: exit code 0, one read at each vendor, none at the one that offers no read', async () => {
  const bots = await ended(startSmartsenderEmulator());
  const web = await ended(startSendyiqEmulator());
  const desk = await ended(startBlingerEmulator());
  const mail = await ended(startBrevoEmulator());
  const config = await configFile({
    tenants: {
      acme: { connections: [smartsender('bots', bots), sendyiq('web', web)] },
      globex: {
        connections: [
          {
            id: 'desk',
            provider: 'blinger',
            credentials: { token: variable('DESK') },
            options: { baseUrl: `${desk.url}/api` },
          },
          {
            id: 'mail',
            provider: 'brevo',
            credentials: { apiKey: variable('MAIL') },
            options: { baseUrl: `${mail.url}/v3` },
          },
        ],
      },
    },
  });
  const environment = { DESK: desk.token, MAIL: mail.apiKey };
  const { exitCode, stdout, stderr } = await runCli(['doctor', '-c', config], { environment });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('– globex/mail  Brevo Conversations offers no read that could check the credentials');
  expect(stdout).toContain('Nothing wrong.');
  expect([bots, web, desk, mail].map(({ requests }) => requests.length)).toEqual([1, 1, 1, 0]);

  const json = await runCli(['doctor', '-c', config, '--json', '--tenant', 'globex'], { environment });
  expect(json.exitCode).toBe(0);
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: true,
    problems: [],
    connections: [
      { tenant: 'globex', index: 0, connection: 'desk', provider: 'blinger', state: 'ok', probe: 'agents.list' },
      { connection: 'mail', state: 'unchecked', clockSkewMs: null, budget: { limit: 100, remaining: 100 } },
    ],
  });
  expect(JSON.parse(json.stdout).connections[0].missing).toContain('messages.edit');
  for (const secret of Object.values(environment)) expect(stdout + json.stdout).not.toContain(secret);
});

test('what is wrong in one tenant is told by path, and does not keep others from being reached', async () => {
  const bots = await ended(startSmartsenderEmulator());
  const config = await configFile({
    tenants: {
      wrong: {
        connections: [
          { id: 'a', provider: 'smartsender', credentials: { token: variable('NO_SUCH') } },
          { id: 'b', provider: 'brevo', credentials: { apiKey: `${wrongKey} ` }, options: { plan: wrongKey } },
          smartsender('c', bots),
          7,
        ],
      },
      empty: { connections: [] },
      none: null,
      right: { connections: [smartsender('bots', bots)] },
    },
  });
  const { exitCode, stdout } = await runCli(['doctor', '-c', config]);
  expect(exitCode).toBe(1);
  const lines = stdout.split('\n');
  const start = 'wrong configuration: tenants.wrong.connections';
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`✗ wrong/a  ${start}.0.credentials.token: the environment has no variable NO_SUCH`),
      '✗ empty  wrong configuration: tenants.empty.connections: must name at least one connection',
      '✗ none  wrong configuration: tenants.none: must be an object',
      expect.stringContaining('✓ right/bots  Smartsender answers'),
    ]),
  );
  expect(stdout).toContain(`✗ wrong/connections.3  ${start}.3: `);
  expect(stdout).not.toContain(wrongKey);
  expect(bots.requests).toHaveLength(1);
});

test('the connections of a wrong tenant that are right by themselves are said not to be reached', async () => {
  const bots = await ended(startSmartsenderEmulator());
  const wrong = { id: 'b', provider: 'brevo', credentials: { apiKey: 'k' }, options: { plan: wrongKey, more: 1 } };
  const config = await configFile({ tenants: { acme: { connections: [smartsender('a', bots), wrong] } } });
  const { exitCode, stdout } = await runCli(['doctor', '-c', config, '--json']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    connections: [
      { connection: 'a', state: 'skipped' },
      {
        connection: 'b',
        state: 'wrong-configuration',
        problems: [
          { path: 'tenants.acme.connections.1.options.plan' },
          { path: 'tenants.acme.connections.1.options.more' },
        ],
      },
    ],
  });
  expect(bots.requests).toEqual([]);
});

describe('what a vendor answers is told with what to do', () => {
  test.for<[number, string]>([
    [403, 'knows the credentials and forbids agents.list (HTTP 403)'],
    [404, 'what answers is not Smartsender as we know it (HTTP 404)'],
    [429, 'takes no more requests (HTTP 429): try again'],
    [503, 'fails by itself (HTTP 503): try again later'],
  ])('%i', async ([status, words]) => {
    const bots = await ended(startSmartsenderEmulator());
    bots.fail({ kind: 'status', status });
    const config = await configFile({ tenants: { acme: { connections: [smartsender('bots', bots)] } } });
    const { exitCode, stdout } = await runCli(['doctor', '-c', config]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(words);
    expect(bots.requests).toHaveLength(1);
  });
});

test('many tenants are looked at side by side, a bounded number at once', async () => {
  const bots = await ended(startSmartsenderEmulator({ rateLimit: false }));
  bots.fail({ kind: 'delay', ms: 100, times: 40 });
  const one = { connections: [smartsender('bots', bots)] };
  const config = await configFile({
    tenants: Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`tenant-${index}`, one])),
  });
  const started = performance.now();
  const { exitCode, stdout } = await runCli(['doctor', '-c', config]);
  const elapsed = performance.now() - started;
  expect(exitCode).toBe(0);
  const places = stdout.split('\n').flatMap((line) => /^✓ (\S+)/.exec(line)?.[1] ?? []);
  expect(places).toEqual(Array.from({ length: 40 }, (_, index) => `tenant-${index}/bots`));
  // One after the other they take 4 s; eight at once take half a second; all at once a tenth.
  expect(elapsed).toBeGreaterThan(450);
  expect(elapsed).toBeLessThan(3_000);
});

test('an interruption ends it, with its own exit code', async () => {
  const bots = await ended(startSmartsenderEmulator());
  bots.fail({ kind: 'delay', ms: 30_000 });
  const config = await configFile({ tenants: { acme: { connections: [smartsender('bots', bots)] } } });
  const interruption = new AbortController();
  setTimeout(() => interruption.abort(), 100);
  const result = await runCli(['doctor', '-c', config], { signal: interruption.signal });
  expect(result).toEqual({ exitCode: 130, stdout: '', stderr: 'Interrupted.\n' });
});

describe('a file that cannot be used', () => {
  test('is told on stderr, or as JSON', async () => {
    const config = await configFile(`{ "tenants": { "a": ${wrongKey} } }`);
    const result = await runCli(['doctor', '-c', config]);
    expect(result).toEqual({ exitCode: 1, stdout: '', stderr: `✗ ${config}:1:21: is not JSON from here on\n` });
    const json = await runCli(['doctor', '-c', config, '--json']);
    expect(json).toMatchObject({ exitCode: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, problems: [{ path: '' }] });
  });

  test('a tenant that is not in it', async () => {
    const config = await configFile({ tenants: { acme: {}, globex: {} } });
    const { exitCode, stderr } = await runCli(['doctor', '-c', config, '-t', 'initech']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: '✗ There is no tenant of this name in the file. It has acme, globex.\n',
    });
  });

  test('without --config it says what is missing', async () => {
    const { exitCode, stderr } = await runCli(['doctor']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("required option '-c, --config <file>' not specified");
  });
});

function smartsender(id: string, { token, url }: { token: string; url: string }) {
  return { id, provider: 'smartsender', credentials: { token }, options: { baseUrl: url } };
}

function sendyiq(id: string, { apiKey, url }: { apiKey: string; url: string }) {
  return { id, provider: 'sendyiq-chat', credentials: { apiKey }, options: { baseUrl: url } };
}

async function ended<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const emulator = await starting;
  onTestFinished(() => emulator.close());
  return emulator;
}

/** A port at which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a clock that is wrong is noticed by the time the vendor tells, without one more request', async () => {
  let requests = 0;
  const server = createHttpServer((_request, response) => {
    requests++;
    const date = new Date(Date.now() - 90_000).toUTCString();
    response.writeHead(200, { 'content-type': 'application/json', date });
    response.end(JSON.stringify({ cursor: { page: 1, pages: 1 }, collection: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as { port: number };
  const options = { baseUrl: `http://127.0.0.1:${port}` };
  const config = await configFile({
    tenants: { acme: { connections: [{ id: 'bots', provider: 'smartsender', credentials: { token: 'x' }, options }] } },
  });
  const { exitCode, stdout } = await runCli(['doctor', '--config', config]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/this machine's clock is (89|90|91) s ahead of the vendor's: set it by a time server/);
  const json = JSON.parse((await runCli(['doctor', '--config', config, '--json'])).stdout);
  expect(JSON.stringify(json)).toMatch(/"clockSkewMs":(89|90|91)\d{3}/);
  expect(requests).toBe(2);
});
