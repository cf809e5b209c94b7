import { startBlingerEmulator } from '@anyinbox/emulators';
import { describe, expect, onTestFinished, test } from 'vitest';
import { configFile, runCli } from '../support/run-cli.ts';
import { acme } from './accounts.ts';

describe('show', () => {
  test('a conversation and its messages, oldest first', async () => {
    const { config, web, id } = await chat();
    web.receive({ conversationId: id.slice('web:'.length), text: 'A line\nand another, which is the last' });
    const { exitCode, stdout, stderr } = await runCli(['conversations', 'show', id, '-c', config, '--limit', '2']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(id);
    const times = lines.flatMap((line) => /^\d{4}-\d\d-\d\d \d\d:\d\d/.exec(line)?.[0] ?? []);
    expect(times).toEqual(times.toSorted());
    expect(times).toHaveLength(2);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('A line and another, which is the last');
  });

  test('as JSON', async () => {
    const { config, id } = await chat();
    const { exitCode, stdout } = await runCli(['conversations', 'show', id, '-c', config, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      conversation: { id },
      messages: [{ conversationId: id, text: 'Where is my order?' }],
    });
  });

  test('a vendor that shows no histories: the conversation, and why', async () => {
    const desk = await startBlingerEmulator();
    onTestFinished(() => desk.close());
    const connection = { id: 'desk', provider: 'blinger', credentials: { token: desk.token } };
    const options = { baseUrl: `${desk.url}/api` };
    const config = await configFile({ tenants: { acme: { connections: [{ ...connection, options }] } } });
    const id = `desk:${desk.state.conversations[0]?.id}`;
    const { exitCode, stdout } = await runCli(['conversations', 'show', id, '-c', config]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${id}\n`));
    expect(stdout).toContain('No history: Blinger does not support messages.list');
  });

  test.for(['web:00000000-0000-4000-8000-000000000000', 'nope:1', 'no id'])('an id that is none: %s', async (id) => {
    const { config } = await chat();
    const { exitCode, stdout, stderr } = await runCli(['conversations', 'show', id, '-c', config]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^✗ .*\n {2}code: (not-found|unknown-connection|invalid-request)\n/);
    const json = await runCli(['conversations', 'show', id, '-c', config, '--json']);
    expect(json).toMatchObject({ exitCode: 1, stderr: '' });
    expect(JSON.parse(json.stdout).error.name).toBe('InboxError');
  });
});

describe('reply', () => {
  test('sends the text once, to the vendor whose conversation it is', async () => {
    const { config, web, bots, id } = await chat();
    const { exitCode, stdout, stderr } = await runCli(['conversations', 'reply', id, 'On its way', '-c', config]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^Sent: web:\S+\n$/);
    expect(texts(web, id).filter((text) => text === 'On its way')).toHaveLength(1);
    expect(bots.requests).toEqual([]);
  });

  test('reads the text from the standard input, without the last line end', async () => {
    const { config, web, id } = await chat();
    const words = ['conversations', 'reply', id, '-c', config, '--json'];
    const { exitCode, stdout } = await runCli(words, { input: 'Grüße,\nAcme 👍\n' });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'sent', message: { text: 'Grüße,\nAcme 👍' } });
    expect(texts(web, id)).toContain('Grüße,\nAcme 👍');
  });

  test.for(['', ' \n'])('does not send an empty text: %j', async (input) => {
    const { config, web, id } = await chat();
    const { exitCode, stderr } = await runCli(['conversations', 'reply', id, '-c', config], { input });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: '✗ Not sent: there is no text; give it after the id, or on the standard input\n',
    });
    expect(web.requests).toEqual([]);
  });

  test('not sent: exit code 1', async () => {
    const { config, web, id } = await chat();
    web.fail({ kind: 'status', status: 403, match: { method: 'POST' } });
    const { exitCode, stdout, stderr } = await runCli(['conversations', 'reply', id, 'x', '-c', config]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^✗ Not sent: .*\n {2}code: forbidden\n( {2}.*\n)* {2}outcome: not-sent\n/);
  });

  test('to a connection that is not there: not sent', async () => {
    const { config } = await chat();
    const words = ['conversations', 'reply', 'gone:1', 'x', '-c', config, '--json'];
    const { exitCode, stdout } = await runCli(words);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'not-sent', error: { code: 'unknown-connection' } });
  });

  test('the answer is lost: nobody can say, and it is not sent again', async () => {
    const { config, web, id } = await chat();
    web.fail({ kind: 'reset', when: 'after-effect', match: { method: 'POST' } });
    const { exitCode, stdout, stderr } = await runCli(['conversations', 'reply', id, 'Once', '-c', config]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toMatch(/^✗ It is not known whether it was sent: /);
    expect(web.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('the vendor takes it and answers what cannot be read: sent, with the reason', async () => {
    const { config, web, id } = await chat();
    web.fail({ kind: 'body', body: { nothing: true }, match: { method: 'POST' } });
    const { exitCode, stderr } = await runCli(['conversations', 'reply', id, 'Once', '-c', config]);
    expect(stderr).toMatch(/^✗ Sent, but: /);
    expect(exitCode).toBe(0);
  });

  test('interrupted while it is sent: the outcome is told, with the exit code of an interruption', async () => {
    const { config, web, id } = await chat();
    web.fail({ kind: 'delay', ms: 30_000, match: { method: 'POST' } });
    const interruption = new AbortController();
    const waiting = setInterval(() => {
      if (web.requests.length > 0) interruption.abort();
    }, 5);
    onTestFinished(() => clearInterval(waiting));
    const words = ['conversations', 'reply', id, 'x', '-c', config, '--json'];
    const { exitCode, stdout } = await runCli(words, { signal: interruption.signal });
    expect(exitCode).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'unknown', error: { code: 'aborted' } });
  });
});

describe('close', () => {
  test('closes, and says so', async () => {
    const { config, web, id } = await chat();
    const { exitCode, stdout, stderr } = await runCli(['conversations', 'close', id, '-c', config]);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: `Closed: ${id}\n`, stderr: '' });
    expect(web.state.conversations.find((one) => `web:${one.id}` === id)?.status).toBe('Resolved');
  });

  test('not closed: exit code 1, and why', async () => {
    const { config, web, id } = await chat();
    web.fail({ kind: 'status', status: 403 });
    const { exitCode, stdout } = await runCli(['conversations', 'close', id, '-c', config, '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'not-sent', error: { code: 'forbidden' } });
  });
});

test('an interruption has its own exit code', async () => {
  const { config, id } = await chat();
  const result = await runCli(['conversations', 'show', id, '-c', config], { signal: AbortSignal.abort() });
  expect(result).toEqual({ exitCode: 130, stdout: '', stderr: 'Interrupted.\n' });
});

async function chat() {
  const accounts = await acme();
  const { id } = accounts.web.addConversation({ kind: 'chat', customerName: 'Kim', text: 'Where is my order?' });
  return { ...accounts, id: `web:${id}` };
}

function texts(web: Awaited<ReturnType<typeof acme>>['web'], id: string): unknown[] {
  return web.state.conversations.find((one) => `web:${one.id}` === id)?.messages.map(({ text }) => text) ?? [];
}
