import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { caught } from '../support/caught.ts';
import { useStore } from '../support/store.ts';

describe.each(['chat', 'social'] as const)('messages of %s', (kind) => {
  const store = useStore({ conversations: 8 });
  const first = () => `sendyiq-${kind}:${store.conversationIds(kind)[0]}`;
  const kept = () => store.emulator.state.conversations.find(({ id }) => first().endsWith(id))?.messages ?? [];
  const sends = () => store.emulator.requests.filter(({ method }) => method === 'POST');

  it('are listed newest first, with who wrote them', async () => {
    const words = { Customer: 'contact', Agent: 'agent', Ai: 'bot' };
    for (const nativeId of store.conversationIds(kind)) {
      const record = store.emulator.state.conversations.find(({ id }) => id === nativeId);
      const { items } = await store[kind]().messages.list(`sendyiq-${kind}:${nativeId}`);
      expect(items.map(({ text, author, createdAt }) => [text, author.kind, createdAt])).toEqual(
        record?.messages.map((m) => [m.text, words[m.senderType], m.createdAt]).reverse(),
      );
    }
  });

  it('carry their attachments', async () => {
    const attachments = [
      {
        type: 'image' as const,
        url: 'https://cdn.example.com/a.jpg',
        fileName: 'a.jpg',
        mimeType: 'image/jpeg',
        size: 12,
      },
    ];
    store.emulator.receive({ conversationId: store.conversationIds(kind)[0] ?? '', attachments });
    const [newest] = (await store[kind]().messages.list(first())).items;
    expect(newest).toMatchObject({
      text: '',
      direction: 'inbound',
      attachments: [
        { kind: 'image', url: 'https://cdn.example.com/a.jpg', name: 'a.jpg', mimeType: 'image/jpeg', size: 12 },
      ],
    });
  });

  it('that were sent are the newest of the list', async () => {
    const inbox = store[kind]();
    const sent = await inbox.messages.send(first(), { text: 'On its way' });
    expect(sent).toMatchObject({
      author: { kind: 'agent' },
      delivery: { state: 'sent' },
      provenance: { source: 'send' },
    });
    const { items } = await inbox.messages.list(first());
    expect(items[0]).toMatchObject({ id: sent.id, text: 'On its way', createdAt: sent.createdAt });
    expect(sends()).toHaveLength(1);
  });

  it('are refused when the conversation does not carry them', async () => {
    store.emulator.setEnvelope({ messagesInConversation: false });
    const error = await caught(() => store[kind]().messages.list(first()));
    expect(error).toMatchObject({ code: 'unsupported', blame: 'vendor', operation: 'messages.list' });
    expect(error.hint).toMatch(/store.*normalize\.list/);
  });

  it('that can be read are listed, and the page says that others cannot', async () => {
    const body = { id: 'c-1', messages: [{ text: 'No id' }, { id: 'm-1', text: 'Hello' }] };
    store.emulator.fail({ kind: 'body', body });
    const page = await store[kind]().messages.list(first());
    expect(page.items).toMatchObject([{ nativeId: 'm-1' }]);
    expect(page.incomplete).toBe('1 item could not be read');
  });

  it('are found where normalize says', async () => {
    const body = { talk: { lines: [{ id: 'm-1', text: 'Hello', isFromCustomer: true }] } };
    store.emulator.fail({ kind: 'body', body });
    const list = (answer: unknown) => ({ items: (answer as typeof body).talk.lines });
    const page = await store[kind]({ normalize: { list } }).messages.list(first());
    expect(page.items).toMatchObject([{ nativeId: 'm-1', text: 'Hello', direction: 'inbound' }]);
  });

  it.each([
    { fault: { kind: 'status', status: 500 } as const, code: 'provider-unavailable' },
    { fault: { kind: 'status', status: 500, when: 'after-effect' } as const, code: 'provider-unavailable' },
    { fault: { kind: 'reset', when: 'after-effect' } as const, code: 'network' },
    { fault: { kind: 'truncate' } as const, code: 'network' },
    { fault: { kind: 'body', body: '<html>Bad gateway</html>' } as const, code: 'unexpected-response' },
    { fault: { kind: 'body', body: { errors: ['Undelivered'] } } as const, code: 'conflict' },
  ])('whose send meets $fault were sent exactly once, and nobody knows', async ({ fault, code }) => {
    store.emulator.fail({ ...fault, match: { method: 'POST' } });
    const error = await caught(() => store[kind]().messages.send(first(), { text: 'Once, for Ada' }));
    expect(error).toMatchObject({ code, outcome: 'unknown', retryable: false, attempts: 1 });
    expect(sends()).toHaveLength(1);
    expect(`${inspect(error)}${JSON.stringify(error)}`).not.toMatch(/Ada|Undelivered|gateway/);
  });

  it('that the vendor refuses were not sent', async () => {
    const before = kept().length;
    const error = await caught(() => store[kind]().messages.send(first(), { text: '   ' }));
    expect(error).toMatchObject({ code: 'invalid-request', status: 400, outcome: 'not-sent' });
    expect(kept()).toHaveLength(before);
  });

  it.each(['{"success":true}', '{"message":"Accepted"}', '{"data":{}}', '"ok"', 'null', '[]', '', 'OK'])(
    'that were answered with %j were sent, but have no id',
    async (body) => {
      store.emulator.fail({ kind: 'body', body, contentType: 'application/json', when: 'after-effect' });
      const error = await caught(() => store[kind]().messages.send(first(), { text: 'Once' }));
      expect(error).toMatchObject({
        code: 'unexpected-response',
        blame: 'vendor',
        outcome: 'sent',
        operation: 'messages.send',
      });
      expect(error.hint).toContain('normalize.message.nativeId');
      expect(sends()).toHaveLength(1);
    },
  );

  it('that were answered with the conversation have no id of their own', async () => {
    const body = { id: store.conversationIds(kind)[0], status: 'Open' };
    store.emulator.fail({ kind: 'body', body });
    const error = await caught(() => store[kind]().messages.send(first(), { text: 'Once' }));
    expect(error).toMatchObject({ code: 'unexpected-response', outcome: 'sent' });
  });

  it('get the id that normalize finds in the answer', async () => {
    store.emulator.fail({ kind: 'body', body: { receipt: 'r-9' } });
    const nativeId = (raw: unknown) => (raw as { receipt: string }).receipt;
    const sent = await store[kind]({ normalize: { message: { nativeId } } }).messages.send(first(), { text: 'Once' });
    expect(sent).toMatchObject({ nativeId: 'r-9', text: 'Once', direction: 'outbound', author: { kind: 'agent' } });
  });

  it('were sent also when normalize throws over the answer', async () => {
    const text = () => {
      throw new Error('Once, for Ada');
    };
    const error = await caught(() =>
      store[kind]({ normalize: { message: { text } } }).messages.send(first(), { text: 'Once' }),
    );
    expect(error).toMatchObject({ code: 'invalid-config', outcome: 'sent' });
    expect(inspect(error)).not.toContain('Ada');
    expect(sends()).toHaveLength(1);
  });
});
