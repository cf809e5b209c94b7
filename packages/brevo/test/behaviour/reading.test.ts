import { describe, expect, test } from 'vitest';
import { file } from '../fixtures/objects.ts';
import { failureOf, startEmulated } from '../support/emulated.ts';

describe('a message of the visitor', () => {
  test('can be read', async () => {
    const { inbox, emulator, visitorId, conversationId } = await startEmulated();
    const { id } = emulator.receive({ visitorId, text: 'Hello?' });
    expect(await inbox.messages.get(`mail:visitor:${id}`)).toMatchObject({
      id: `mail:visitor:${id}`,
      conversationId,
      direction: 'inbound',
      author: { kind: 'contact', id: conversationId },
      text: 'Hello?',
    });
  });

  test('cannot be changed, and is refused before any request', async () => {
    const { inbox, emulator, visitorId, requests } = await startEmulated();
    const { id } = emulator.receive({ visitorId, text: 'Hello?' });
    for (const change of [
      inbox.messages.edit(`mail:visitor:${id}`, { text: 'x' }),
      inbox.messages.delete(`mail:visitor:${id}`),
    ])
      expect(await failureOf(change)).toMatchObject({ code: 'unsupported', outcome: 'not-sent', attempts: 0 });
    expect(requests()).toEqual([]);
  });

  test.each(['new', 'old'] as const)('shows its files under %s names', async (attachmentNames) => {
    const { inbox, emulator, visitorId } = await startEmulated({ attachmentNames });
    const { id } = emulator.receive({ visitorId, file, attachments: [file, { ...file, link: `${file.link}?2` }] });
    const { text, attachments } = await inbox.messages.get(`mail:visitor:${id}`);
    expect(text).toBe('');
    expect(attachments.map(({ kind, name, url, previewUrl }) => [kind, name, url, previewUrl])).toEqual([
      ['image', 'lamp.png', file.link, file.imageInfo.previewLink],
      ['image', 'lamp.png', `${file.link}?2`, file.imageInfo.previewLink],
    ]);
  });

  test('shows the vendor’s object without its unsafe HTML', async () => {
    const { inbox, emulator, visitorId } = await startEmulated();
    const rawUnsafeHtml = '<script>steal()</script>';
    const { id } = emulator.receive({ visitorId, text: 'Hello?', rawUnsafeHtml, subject: 'Order 1004' });
    const message = await inbox.messages.get(`mail:visitor:${id}`, { include: ['raw'] });
    expect(message.raw).toMatchObject({ id, subject: 'Order 1004' });
    expect(JSON.stringify(message)).not.toContain('steal');
    expect(JSON.stringify(await inbox.native.messages.get({ id }))).not.toContain('steal');
  });
});

describe('an id', () => {
  test.each(['mail:m1', 'mail:agent:', 'mail:note:m1'])('%s is refused before any request', async (id) => {
    const { inbox, requests } = await startEmulated();
    for (const call of [inbox.messages.get(id), inbox.messages.edit(id, { text: 'x' }), inbox.messages.delete(id)])
      expect(await failureOf(call)).toMatchObject({ code: 'invalid-request', blame: 'caller' });
    expect(requests()).toEqual([]);
  });

  test.each(['..', '.', 'a/b', 'a\\b', 'a\nb'])('that reaches for another path (%j) is refused', async (id) => {
    const { inbox, requests } = await startEmulated();
    expect(await failureOf(inbox.messages.get(`mail:agent:${id}`))).toMatchObject({ code: 'invalid-request' });
    expect(requests()).toEqual([]);
  });

  test('of nothing is not found, in either kind', async () => {
    const { inbox } = await startEmulated();
    for (const kind of ['agent', 'pushed', 'visitor']) {
      const error = await failureOf(inbox.messages.get(`mail:${kind}:nothing`));
      expect(error).toMatchObject({ code: 'not-found', vendorCode: 'document_not_found' });
    }
    expect(await failureOf(inbox.messages.edit('mail:pushed:nothing', { text: 'x' }))).toMatchObject({
      code: 'not-found',
      outcome: 'not-sent',
    });
  });
});

test('a message that names no visitor belongs to no conversation', async () => {
  const { inbox, emulator } = await startEmulated();
  emulator.fail({ kind: 'body', body: { id: 'm1', type: 'agent', text: 'Hi', createdAt: 1 } });
  expect(await failureOf(inbox.messages.get('mail:agent:m1'))).toMatchObject({
    code: 'unexpected-response',
    message: expect.stringContaining('message.visitorId'),
  });
});
