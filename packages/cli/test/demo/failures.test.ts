import { expect, test } from 'vitest';
import type { Accounts } from '../../src/demo/accounts.ts';
import { playDemo } from '../support/play-demo.ts';

test('a vendor that refuses: the step, the place and the error are named', async () => {
  const { exitCode, output, errors } = await playDemo(({ globexSendyiq }) =>
    globexSendyiq.fail({ kind: 'status', status: 403, match: { method: 'POST', path: /messages$/ } }),
  );
  expect(exitCode).toBe(1);
  expect(errors).toContain('The demo failed at the step "reply" (globex on SendyIQ');
  expect(errors).toMatch(
    /code: forbidden\n {2}provider: sendyiq-chat\n {2}operation: messages.send\n {2}outcome: not-sent/,
  );
  expect(output).toContain('globex on SendyIQ');
  expect(output).not.toContain('ran in six inboxes');
});

test('a vendor that says it closed a conversation and did not', async () => {
  const { exitCode, errors } = await playDemo(({ acmeSmartsender }) =>
    acmeSmartsender.fail({ kind: 'body', body: { state: true }, match: { method: 'PUT', path: /close$/ } }),
  );
  expect(errors).toMatch(/step "close" \(acme on .*\)\n {2}The closed conversation is still listed as open/);
  expect(exitCode).toBe(1);
});

test('a vendor that says it closed a conversation, which is open when it is read back', async () => {
  const { exitCode, errors } = await playDemo(({ umbrellaBlinger }) =>
    umbrellaBlinger.fail({ kind: 'body', body: { status: 200, data: {} }, match: { path: /conversations\/close$/ } }),
  );
  expect(errors).toMatch(
    /step "close" \(umbrella on .*\)\n {2}The closed conversation is not closed when it is read back/,
  );
  expect(exitCode).toBe(1);
});

test('a vendor that says it took a reply and shows another last message', async () => {
  const { exitCode, errors } = await playDemo(({ umbrellaBlinger }) =>
    umbrellaBlinger.fail({
      kind: 'body',
      body: { status: 200, data: { message_id: 1 } },
      match: { path: /conversations\/send-message$/ },
    }),
  );
  expect(errors).toMatch(/step "reply" \(umbrella on .*\)\n {2}The reply has another text when it is read back/);
  expect(exitCode).toBe(1);
});

test('a vendor that says it took a reply and shows another one when it is read', async () => {
  const { exitCode, errors } = await playDemo(({ hooliBrevo }) =>
    hooliBrevo.fail({
      kind: 'body',
      body: { id: 'm1', type: 'agent', text: 'Something else', visitorId: 'v1', createdAt: 1_700_000_000_000 },
      match: { method: 'GET', path: /messages/ },
    }),
  );
  expect(errors).toMatch(/step "reply" \(hooli on .*\)\n {2}The reply has another text when it is read back/);
  expect(exitCode).toBe(1);
});

test('a vendor that says it took a reply and lost it', async () => {
  const { exitCode, errors } = await playDemo(({ globexSendyiq }) =>
    globexSendyiq.fail({
      kind: 'body',
      body: { id: '00000000-0000-4000-8000-000000000000' },
      match: { method: 'POST', path: /messages$/ },
    }),
  );
  expect(errors).toMatch(/step "reply" \(globex on .*\)\n {2}The reply is not in the history that was read back/);
  expect(exitCode).toBe(1);
});

test('a vendor that says it marked a conversation read and did not', async () => {
  const { exitCode, errors } = await playDemo(({ acmeSmartsender }) =>
    acmeSmartsender.fail({ kind: 'body', body: { state: true }, match: { method: 'PUT', path: /read$/ } }),
  );
  expect(errors).toMatch(/step "mark read" \(acme on .*\)\n {2}The conversation still has unread messages/);
  expect(exitCode).toBe(1);
});

test('an account whose API shows no histories: the hint says what helps', async () => {
  const { exitCode, errors } = await playDemo(({ acmeSendyiq }) =>
    acmeSendyiq.setEnvelope({ messagesInConversation: false }),
  );
  expect(errors).toMatch(/step "read a history" \(acme on SendyIQ.*\)/);
  expect(errors).toMatch(/code: unsupported\n(.*\n)*? {2}hint: /);
  expect(exitCode).toBe(1);
});

test('an inbox without a conversation', async () => {
  const { exitCode, errors } = await playDemo(({ acmeSmartsender }) => {
    acmeSmartsender.state.conversations.length = 0;
  });
  expect(errors).toMatch(/step "list the open conversations".*\n {2}No conversation is open/);
  expect(exitCode).toBe(1);
});

test('no credential is printed when it is refused', async () => {
  const { errors, accounts } = await playDemo(({ acmeSmartsender }) =>
    acmeSmartsender.fail({ kind: 'status', status: 401 }),
  );
  expect(errors).toContain('code: unauthorized');
  expect(errors).not.toContain(accounts.acmeSmartsender.token);
});

test('what fails before a step is told too', async () => {
  const { exitCode, errors } = await playDemo(() => {
    throw new Error('not prepared');
  });
  expect(errors).toContain('The demo failed\n  not prepared');
  expect(exitCode).toBe(1);
});

test('after a failure the emulators are closed', async () => {
  const { accounts } = await playDemo(({ acmeSmartsender }) => acmeSmartsender.fail({ kind: 'status', status: 403 }));
  for (const { url } of Object.values(accounts) as readonly Accounts[keyof Accounts][])
    await expect(fetch(url)).rejects.toThrow();
});
