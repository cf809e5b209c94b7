import { blingerSecretMark } from '@anyinbox/emulators';
import { expect, test } from 'vitest';
import { pick, startEmulated } from '../support/emulated.ts';
import { failureOf, printed } from '../support/failure.ts';

test('no secret of the vendor is in any result, raw and native ones included', async () => {
  const { inbox, emulator } = await startEmulated({ messagesInGet: true });
  const { id } = pick(emulator, ({ status }) => status === 'unassigned');
  const include = ['raw'] as const;
  const { native } = inbox;
  const one = { conversation_id: id };
  const results = [
    await inbox.conversations.list({ include }),
    await inbox.conversations.get(`desk:${id}`, { include }),
    await inbox.agents.list({ include }),
    await inbox.groups.list({ include }),
    await native.conversations.unassigned(),
    await native.conversations.unread(),
    await native.conversations.notAnswered(),
    await native.conversations.get(one),
    await native.conversations.start(one),
    await native.conversations.close(one),
    await native.conversations.unassign(one),
    await native.conversations.assignOperator({ ...one, operator_id: emulator.state.operators[0]?.id ?? 0 }),
    await native.conversations.assignGroup({ ...one, group_id: emulator.state.groups[0]?.id ?? 0 }),
    await native.conversations.sendMessage({ ...one, text: 'Hi' }),
    await native.conversations.sendFileMessage({ ...one, file_url: 'https://cdn.example.com/a.pdf' }),
    await native.conversations.sendNote({ ...one, text: 'Hi' }),
    await native.operators.all(),
    await native.operators.groups(),
  ];
  for (const result of results) {
    expect(JSON.stringify(result)).toContain('id');
    expect(printed(result)).not.toContain(blingerSecretMark);
  }
  expect(JSON.stringify(emulator.state)).toContain(blingerSecretMark);
  expect(printed(inbox)).not.toContain(emulator.token);
});

test('no function of normalize sees one', async () => {
  const seen: unknown[] = [];
  const look = (raw: unknown) => {
    seen.push(raw);
    return undefined;
  };
  const normalize = { conversation: { subject: look }, agent: { name: look }, message: { text: look }, list: look };
  const { inbox, emulator } = await startEmulated({ sendAnswer: 'message', inbox: { normalize } });
  await inbox.conversations.list();
  await inbox.agents.list();
  await inbox.messages.send(`desk:${pick(emulator).id}`, { text: 'Hi' });
  expect(seen.length).toBeGreaterThan(20);
  expect(JSON.stringify(seen)).not.toContain(blingerSecretMark);
});

test.each([200, 400, 401, 500])('an error (%s) that quotes secrets and customers shows neither', async (status) => {
  const { inbox, emulator } = await startEmulated({ inbox: { maxAttempts: 1 } });
  const { id } = pick(emulator);
  const quotes = [emulator.token, 'vera@example.com', 'Vera Lamp', '+380445550199'];
  const errors = [
    quotes.join(' '),
    Object.fromEntries(quotes.map((quote) => [quote, quote])),
    quotes,
    { text: quotes },
  ];
  for (const error of errors) {
    emulator.fail({ kind: 'body', status, body: { error, status: Math.max(400, status), token: emulator.token } });
    const shown = printed(await failureOf(inbox.messages.send(`desk:${id}`, { text: 'Hello Vera' })));
    for (const quote of [...quotes, 'Hello']) expect(shown).not.toContain(quote);
  }
});
