import { createInbox } from '@anyinbox/core';
import { sendyiqChat } from '@anyinbox/sendyiq';
import { describe, expect, it } from 'vitest';
import { apiKey, expectSent, useWire, uuid } from '../support/wire.ts';

describe('the chat endpoints', () => {
  const wire = useWire();
  const inbox = () => createInbox(sendyiqChat, { credentials: { apiKey } });
  const id = `sendyiq-chat:${uuid}`;

  it('sendyiq-chat GET /chat/conversations', async () => {
    wire.answer('GET', '/chat/conversations', { items: [{ id: uuid, status: 'Open' }], totalCount: 1 });
    const page = await inbox().conversations.list({
      status: 'open',
      channelId: 'sendyiq-chat:6b1f2a34-0000-4000-8000-000000000001',
      limit: 20,
    });
    expectSent(
      wire,
      'GET',
      '/chat/conversations?Page=1&PageSize=20&Status=Open&ChannelId=6b1f2a34-0000-4000-8000-000000000001',
    );
    expect(page.items).toMatchObject([{ id, nativeId: uuid, provider: 'sendyiq-chat', status: 'open' }]);
    expect(page.nextCursor).toBeUndefined();
  });

  it('sendyiq-chat GET /chat/conversations/{conversationId}', async () => {
    wire.answer('GET', `/chat/conversations/${uuid}`, { id: uuid, status: 'Resolved', customerName: 'Ada' });
    const conversation = await inbox().conversations.get(id);
    expectSent(wire, 'GET', `/chat/conversations/${uuid}`);
    expect(conversation).toMatchObject({ id, status: 'closed', nativeStatus: 'Resolved', contact: { name: 'Ada' } });
  });

  it('sendyiq-chat POST /chat/conversations/{conversationId}/messages', async () => {
    wire.answer('POST', `/chat/conversations/${uuid}/messages`, {
      id: 'm-1',
      text: 'Good morning',
      direction: 'Outbound',
    });
    const message = await inbox().messages.send(id, { text: 'Good morning' });
    expectSent(wire, 'POST', `/chat/conversations/${uuid}/messages`, { text: 'Good morning' });
    expect(message).toMatchObject({ id: 'sendyiq-chat:m-1', conversationId: id, text: 'Good morning' });
  });

  it('sendyiq-chat POST /chat/conversations/{conversationId}/reopen', async () => {
    wire.answer('POST', `/chat/conversations/${uuid}/reopen`);
    await inbox().conversations.reopen(id);
    expectSent(wire, 'POST', `/chat/conversations/${uuid}/reopen`);
  });

  it('sendyiq-chat POST /chat/conversations/{conversationId}/resolve', async () => {
    wire.answer('POST', `/chat/conversations/${uuid}/resolve`, { success: true });
    await inbox().conversations.close(id);
    expectSent(wire, 'POST', `/chat/conversations/${uuid}/resolve`);
  });

  it('sendyiq-chat POST /chat/hub-token', async () => {
    wire.answer('POST', '/chat/hub-token', { data: { token: 'short.lived.token' } });
    const token = await inbox().native.hubToken();
    expectSent(wire, 'POST', '/chat/hub-token');
    expect(token.reveal()).toBe('short.lived.token');
    expect(`${token} ${JSON.stringify({ token })}`).not.toContain('short');
  });

  it('reads messages with the same request as the conversation', async () => {
    wire.answer('GET', `/chat/conversations/${uuid}`, { id: uuid, messages: [{ id: 'm-1', text: 'Hello' }] });
    const page = await inbox().messages.list(id);
    expectSent(wire, 'GET', `/chat/conversations/${uuid}`);
    expect(page.items).toMatchObject([{ nativeId: 'm-1', text: 'Hello' }]);
  });

  it('refuses to reopen in the name of an agent before any request', async () => {
    await expect(inbox().conversations.reopen(id, { agentId: 'sendyiq-chat:a-1' })).rejects.toMatchObject({
      code: 'unsupported',
      outcome: 'not-sent',
    });
  });

  it('refuses options for a message before any request', async () => {
    const draft = { text: 'Hello', providerOptions: { 'sendyiq-chat': { urgent: true } } };
    await expect(inbox().messages.send(id, draft)).rejects.toMatchObject({
      code: 'invalid-request',
      outcome: 'not-sent',
      message: 'providerOptions.sendyiq-chat.urgent: is not known',
    });
  });
});
