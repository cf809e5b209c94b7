import { describe, expect, test } from 'vitest';
import { agentMessage, file, oldAttachment, pushedMessage, webhookEmail } from '../fixtures/objects.ts';
import { answer, fragment, question, started, transcript } from '../fixtures/webhooks.ts';
import { createReader, oneOf, read, typesOf } from '../support/webhooks.ts';

const withMessages = (...messages: unknown[]) => ({ ...fragment, messages });

test('come in the order of their times, whatever that of the array', () => {
  const events = read({ ...transcript, messages: [answer, question] });
  expect(typesOf(events)).toEqual(['message.received', 'message.sent', 'conversation.closed']);
  expect(oneOf(events, 'conversation.closed').key).toBe(`agent:${answer.id}`);
});

test.each([
  ['new names, in attachments', { attachments: [file] }],
  ['new names, in file', { file }],
  ['old names, in attachments', { attachments: [oldAttachment] }],
  ['old names, in file', { file: { ...oldAttachment, fileName: undefined, filename: 'lamp.png' } }],
])('have their files under %s', (_, files) => {
  const { message } = oneOf(read(withMessages({ ...question, ...files })), 'message.received');
  expect(message?.attachments).toMatchObject([
    { kind: 'image', name: 'lamp.png', url: 'https://ucarecdn.com/5c1f/lamp.png', mimeType: 'image/png' },
  ]);
});

test('that were pushed are told apart from those of an agent', () => {
  const { key, message } = oneOf(read(withMessages(pushedMessage)), 'message.sent');
  expect(key).toBe(`pushed:${pushedMessage.id}`);
  expect(message).toMatchObject({ automated: true, direction: 'outbound' });
});

test('never show the unsafe form of an e-mail, whatever its case', () => {
  const hostile = { ...webhookEmail, RawUnsafeHTML: '<script>steal()</script>' };
  const bodies = [withMessages(hostile), withMessages({ ...hostile, id: null }), { ...started, message: hostile }];
  expect(JSON.stringify(bodies.map((body) => read(body)))).not.toContain('steal()');
});

test('of an e-mail are written by whom its header names, or else by the visitor', () => {
  expect(oneOf(read(withMessages(webhookEmail)), 'message.received').message?.author).toMatchObject({
    kind: 'contact',
    id: fragment.visitor.id,
  });
});

test('follow the app’s corrections', () => {
  const { events } = createReader({ message: { text: () => 'corrected' } }).read(fragment);
  expect(oneOf(events, 'message.received').message?.text).toBe('corrected');
});

describe('what became of a message later is a fact of its own', () => {
  const told = (status: object | undefined) => withMessages({ ...agentMessage, forwardedToSourceStatus: status });
  const [unsaid, failed, taken] = [undefined, { isSuccess: false, error: 'BLOCKED' }, { isSuccess: true }].map(
    (status) => read(told(status)),
  );

  test('so that the message is the same, whichever webhook comes first', () => {
    const messages = [unsaid, failed, taken].map((events = []) => {
      const { message } = oneOf(events, 'message.sent');
      return { ...message, raw: undefined };
    });
    expect(messages[1]).toEqual(messages[0]);
    expect(messages[2]).toEqual(messages[0]);
    expect(messages[0]?.delivery).toEqual({ state: 'unknown' });
  });

  test('it failed', () => {
    expect(oneOf(failed ?? [], 'message.failed')).toMatchObject({
      occurredAt: '2016-08-03T11:10:22.435Z',
      message: { nativeId: `agent:${agentMessage.id}`, delivery: { state: 'failed', reason: 'BLOCKED' } },
    });
  });

  test('the channel took it', () => {
    expect(oneOf(taken ?? [], 'message.updated').message).toEqual({
      nativeId: `agent:${agentMessage.id}`,
      delivery: { state: 'sent' },
    });
    expect(typesOf(unsaid ?? [])).toEqual(['message.sent', 'contact.updated']);
  });
});

describe('one that cannot be read', () => {
  test('hides no other, and the body is kept whole', () => {
    const body = withMessages(question, { text: 'no id' }, 7, null, answer);
    const events = read(body);
    expect(typesOf(events)).toEqual(['message.received', 'message.sent', 'contact.updated', 'vendor.other']);
    expect(oneOf(events, 'vendor.other')).toMatchObject({
      raw: body,
      nativeType: 'conversationFragment',
      conversationId: fragment.visitor.id,
    });
  });

  test('ends no conversation alone: of an empty transcript nobody knows when', () => {
    expect(typesOf(read({ ...transcript, messages: [] }))).toEqual(['vendor.other']);
    expect(typesOf(read({ ...started, message: undefined }))).toEqual(['vendor.other']);
  });

  test('has no time: it is one of now, and not whole', () => {
    const { message } = oneOf(read(withMessages({ ...question, createdAt: 'yesterday' })), 'message.received');
    expect(message).toMatchObject({ createdAt: '2026-11-20T12:00:00.000Z', complete: false });
  });
});
