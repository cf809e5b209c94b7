import { describe, expect, test } from 'vitest';
import { messageId } from '../../src/message-id.ts';
import { pick, startEmulated } from '../support/emulated.ts';
import { failureOf, printed } from '../support/failure.ts';

const url = 'https://cdn.example.com/lamp.pdf';

describe('what is said', () => {
  test('a text, in an operator’s name', async () => {
    const { inbox, emulator, requests } = await startEmulated({ sendAnswer: 'message' });
    const { id, messages } = pick(emulator);
    const second = emulator.state.operators[1];
    const as = { agentId: `desk:${second?.id}` };
    const sent = await inbox.messages.send(`desk:${id}`, { text: 'It is on its way' }, { as });
    expect(messages.at(-1)).toMatchObject({ message: 'It is on its way', is_outgoing: true });
    const { date_created = 0 } = messages.at(-1) ?? {};
    const createdAt = new Date(date_created * 1000).toISOString();
    const said = { conversationId: String(id), direction: 'outbound', text: 'It is on its way', createdAt } as const;
    expect(sent).toMatchObject({
      nativeId: messageId(said),
      createdAt,
      direction: 'outbound',
      author: { kind: 'agent', id: as.agentId },
      text: 'It is on its way',
      provenance: { source: 'send', complete: true },
    });
    expect(requests()).toEqual(['POST /conversations/send-message']);
    expect(emulator.requests[0]?.body).toMatchObject({ operator_id: second?.id });
  });

  test('digits are a text, and not taken for an id', async () => {
    const { inbox, emulator } = await startEmulated();
    const { id } = pick(emulator);
    emulator.fail({ kind: 'body', body: { status: 200, data: { id: 634, message: '42' } }, when: 'after-effect' });
    const sent = await inbox.messages.send(`desk:${id}`, { text: '42' });
    expect(sent.nativeId).toBe('634');
  });

  test.each(['image', 'video', 'audio', 'voice', 'file'] as const)('a file of kind %s', async (kind) => {
    const { inbox, emulator } = await startEmulated({ sendAnswer: 'message' });
    const { id, messages } = pick(emulator);
    const sent = await inbox.messages.send(`desk:${id}`, { attachments: [{ kind, url }] });
    expect(messages.at(-1)?.message).toBe(url);
    expect(sent).toMatchObject({ text: '', attachments: [{ kind, url }] });
  });

  test('a note', async () => {
    const { inbox, emulator } = await startEmulated({ sendAnswer: 'message' });
    const { id, notes, messages } = pick(emulator);
    const before = messages.length;
    const note = await inbox.notes.add(`desk:${id}`, { text: 'Wants a refund' });
    expect(notes.at(-1)).toMatchObject({ text: 'Wants a refund', id: Number(note.nativeId) });
    expect(messages).toHaveLength(before);
    expect(note).toMatchObject({ author: { kind: 'agent' }, text: 'Wants a refund' });
  });

  test('without a webhook, if the app wants none', async () => {
    const { inbox, emulator } = await startEmulated({ sendAnswer: 'message' });
    const { id } = pick(emulator);
    const providerOptions = { blinger: { disableWebhook: true } };
    await inbox.messages.send(`desk:${id}`, { attachments: [{ url }], providerOptions });
    expect(emulator.requests[0]?.body).toMatchObject({ disable_webhook: 1 });
  });

  test.each([
    ['two files', { attachments: [{ url }, { url }] }, 'unsupported'],
    ['a file with a text', { text: 'Look', attachments: [{ url }] }, 'unsupported'],
    ['a file with a name', { attachments: [{ url, name: 'lamp.pdf' }] }, 'unsupported'],
    ['a sticker', { attachments: [{ kind: 'sticker', url }] }, 'unsupported'],
    ['a place', { attachments: [{ kind: 'location', latitude: 1, longitude: 2 }] }, 'unsupported'],
    ['an option that does not exist', { text: 'x', providerOptions: { blinger: { silent: true } } }, 'invalid-request'],
    [
      'an option of another type',
      { text: 'x', providerOptions: { blinger: { disableWebhook: 1 } } },
      'invalid-request',
    ],
  ] as const)('%s: refused before any request', async (_, draft, code) => {
    const { inbox, emulator } = await startEmulated();
    const error = await failureOf(inbox.messages.send(`desk:${pick(emulator).id}`, draft));
    expect(error).toMatchObject({ code, blame: 'caller', outcome: 'not-sent' });
    expect(emulator.requests).toEqual([]);
  });

  test('in the name of a person, or of an id that is none: refused before any request', async () => {
    const { inbox, emulator } = await startEmulated();
    const id = `desk:${pick(emulator).id}`;
    const person = { as: { name: 'Marta', email: 'marta@example.com' } };
    expect(await failureOf(inbox.messages.send(id, { text: 'x' }, person))).toMatchObject({ code: 'unsupported' });
    const nobody = { as: { agentId: 'desk:marta' } };
    expect(await failureOf(inbox.notes.add(id, { text: 'x' }, nobody))).toMatchObject({
      code: 'invalid-request',
      outcome: 'not-sent',
    });
    expect(emulator.requests).toEqual([]);
  });
});

describe('an answer that is the conversation', () => {
  test('is the message, by its last one', async () => {
    const { inbox, emulator } = await startEmulated({ sendAnswer: 'conversation' });
    const { id, messages } = pick(emulator);
    const sent = await inbox.messages.send(`desk:${id}`, { text: 'It is\non its way' });
    const createdAt = new Date((messages.at(-1)?.date_created ?? 0) * 1000).toISOString();
    const said = { conversationId: String(id), direction: 'outbound', text: 'It is on its way', createdAt } as const;
    expect(sent).toMatchObject({ nativeId: messageId(said), createdAt, provenance: { complete: true } });
  });

  test.each([
    ['the customer’s', { is_operator_last_message: false }],
    ['another one', { last_message: 'Something else' }],
    ['without a time', { last_message_date: null }],
  ])('whose last message is %s does not tell: it was sent all the same', async (_, change) => {
    const { inbox, emulator } = await startEmulated();
    const { messages, notes, fromUser, ...record } = pick(emulator);
    const data = { ...record, last_message: 'Hi', is_operator_last_message: true, last_message_date: 1_559_737_700 };
    const send = () => inbox.messages.send(`desk:${record.id}`, { text: 'Hi' });
    emulator.fail({ kind: 'body', body: { status: 200, data } });
    expect(await send()).toMatchObject({ createdAt: '2019-06-05T12:28:20.000Z' });
    emulator.fail({ kind: 'body', body: { status: 200, data: { ...data, ...change } } });
    expect(await failureOf(send())).toMatchObject({ code: 'unexpected-response', outcome: 'sent' });
  });
});

describe('an answer without an id', () => {
  test.each(['message', 'note'] as const)('a %s was sent all the same, and the error says so', async (entity) => {
    const { inbox, emulator, requests } = await startEmulated();
    const record = pick(emulator);
    const id = `desk:${record.id}`;
    const text = 'Secret words';
    emulator.fail({ kind: 'body', body: { status: 200, data: { success: true } }, when: 'after-effect' });
    const call = entity === 'message' ? inbox.messages.send(id, { text }) : inbox.notes.add(id, { text });
    const error = await failureOf(call);
    expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor', outcome: 'sent', retryable: false });
    expect(error.hint).toContain(`normalize.${entity}.nativeId`);
    expect(printed(error)).not.toContain('Secret');
    expect(requests()).toHaveLength(1);
    expect(entity === 'message' ? record.last_message : record.notes.at(-1)?.text).toBe(text);
  });

  test('unless the app knows where it is', async () => {
    const now = () => Date.UTC(2026, 10, 20, 12);
    const nativeId = (raw: unknown) => `at-${(raw as { last_message_date: number }).last_message_date}`;
    const { inbox, emulator } = await startEmulated({
      now,
      sendAnswer: 'conversation',
      inbox: { normalize: { message: { nativeId } } },
    });
    const sent = await inbox.messages.send(`desk:${pick(emulator).id}`, { text: 'Hi' });
    expect(sent).toMatchObject({
      nativeId: 'at-1795176000',
      createdAt: '2026-11-20T12:00:00.000Z',
      provenance: { complete: true },
    });
  });

  test('or when it was sent, by which it is recognised when it is read back', async () => {
    const at = '2026-11-20T12:00:00.000Z';
    const { inbox, emulator } = await startEmulated({ inbox: { normalize: { message: { createdAt: () => at } } } });
    const { id } = pick(emulator);
    emulator.fail({ kind: 'body', body: { status: 200, data: { success: true } } });
    const sent = await inbox.messages.send(`desk:${id}`, { text: 'Hi' });
    const said = { conversationId: String(id), direction: 'outbound', text: 'Hi', createdAt: at } as const;
    expect(sent).toMatchObject({ nativeId: messageId(said), createdAt: at, provenance: { complete: true } });
  });

  test('a correction that throws says that it was sent, and repeats nothing of it', async () => {
    const nativeId = (raw: unknown): string => {
      throw new Error(`cannot read ${JSON.stringify(raw)}`);
    };
    const { inbox, emulator } = await startEmulated({ inbox: { normalize: { message: { nativeId } } } });
    const error = await failureOf(inbox.messages.send(`desk:${pick(emulator).id}`, { text: 'Secret words' }));
    expect(error).toMatchObject({ code: 'invalid-config', outcome: 'sent' });
    expect(printed(error)).not.toContain('Secret');
  });
});

describe('when it fails', () => {
  test.each([
    ['a 500', { kind: 'status', status: 500, when: 'after-effect' }, 'provider-unavailable'],
    [
      'a 500 on 200',
      { kind: 'body', body: { error: 'Oops', status: 500 }, when: 'after-effect' },
      'provider-unavailable',
    ],
    ['an answer that is lost', { kind: 'reset', when: 'after-effect' }, 'network'],
    ['an empty answer', { kind: 'body', body: '' }, 'unexpected-response'],
    ['a page of a proxy', { kind: 'body', body: '<html>Bad gateway</html>' }, 'unexpected-response'],
    ['JSON that is no success', { kind: 'body', body: { id: 7 } }, 'unexpected-response'],
  ] as const)('%s leaves it unknown, and nothing is repeated', async (_, fault, code) => {
    const { inbox, emulator, requests } = await startEmulated();
    emulator.fail(fault);
    const error = await failureOf(inbox.messages.send(`desk:${pick(emulator).id}`, { text: 'Once' }));
    expect(error).toMatchObject({ code, outcome: 'unknown' });
    expect(requests()).toHaveLength(1);
  });

  test('a refusal on 200 is a refusal, and the vendor’s words are not repeated', async () => {
    const { inbox, emulator } = await startEmulated({ httpStatus: 'always-200' });
    const before = pick(emulator).messages.length;
    const error = await failureOf(inbox.messages.send(`desk:${pick(emulator).id}`, { text: ' ' }));
    expect(error).toMatchObject({
      code: 'invalid-request',
      status: 400,
      vendorCode: 'fields: text',
      outcome: 'not-sent',
    });
    expect(pick(emulator).messages).toHaveLength(before);
  });

  test.each(['matches', 'always-200'] as const)(
    'a token that is not accepted is unauthorized (%s)',
    async (httpStatus) => {
      const { inbox, emulator } = await startEmulated({ httpStatus, inbox: {} });
      emulator.fail({
        kind: 'body',
        status: httpStatus === 'matches' ? 401 : 200,
        body: { error: 'Empty token', status: 401 },
      });
      const error = await failureOf(inbox.messages.send(`desk:${pick(emulator).id}`, { text: 'Hi' }));
      expect(error).toMatchObject({ code: 'unauthorized', blame: 'credentials', outcome: 'not-sent', status: 401 });
      expect(printed(error)).not.toContain(emulator.token);
    },
  );
});
