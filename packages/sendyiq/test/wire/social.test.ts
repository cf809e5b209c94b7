import { createInbox } from '@anyinbox/core';
import { sendyiqSocial } from '@anyinbox/sendyiq';
import { describe, expect, it } from 'vitest';
import { apiKey, expectSent, useWire, uuid } from '../support/wire.ts';

describe('the social endpoints', () => {
  const wire = useWire();
  const inbox = () => createInbox(sendyiqSocial, { connectionId: 'shop', credentials: { apiKey } });
  const id = `shop:${uuid}`;

  it('sendyiq-social GET /social/conversations', async () => {
    wire.answer('GET', '/social/conversations', [{ Id: uuid, Status: 'Resolved', ChannelType: 'WhatsApp' }]);
    const page = await inbox().conversations.list({
      status: 'closed',
      channelId: 'shop:6b1f2a34-0000-4000-8000-000000000001',
      limit: 1,
    });
    expectSent(
      wire,
      'GET',
      '/social/conversations?Page=1&PerPage=1&Status=Resolved&ChannelId=6b1f2a34-0000-4000-8000-000000000001',
    );
    expect(page.items).toMatchObject([{ id, provider: 'sendyiq-social', channel: { kind: 'whatsapp' } }]);
  });

  it('sendyiq-social GET /social/conversations/{conversationId}', async () => {
    wire.answer('GET', `/social/conversations/${uuid}`, { data: { id: uuid, status: 'Open' } });
    const conversation = await inbox().conversations.get(id);
    expectSent(wire, 'GET', `/social/conversations/${uuid}`);
    expect(conversation).toMatchObject({ id, connectionId: 'shop', status: 'open' });
  });

  it('sendyiq-social POST /social/conversations/{conversationId}/messages', async () => {
    wire.answer('POST', `/social/conversations/${uuid}/messages`, { data: { message: { id: 'm-1' } } });
    const message = await inbox().messages.send(id, { text: 'Добрий день' });
    expectSent(wire, 'POST', `/social/conversations/${uuid}/messages`, { text: 'Добрий день' });
    expect(message).toMatchObject({ id: 'shop:m-1', text: 'Добрий день', direction: 'outbound' });
  });

  it('sendyiq-social POST /social/conversations/{conversationId}/reopen', async () => {
    wire.answer('POST', `/social/conversations/${uuid}/reopen`, { id: uuid, status: 'Open' });
    await inbox().conversations.reopen(id);
    expectSent(wire, 'POST', `/social/conversations/${uuid}/reopen`);
  });

  it('sendyiq-social POST /social/conversations/{conversationId}/resolve', async () => {
    wire.answer('POST', `/social/conversations/${uuid}/resolve`);
    await inbox().conversations.close(id);
    expectSent(wire, 'POST', `/social/conversations/${uuid}/resolve`);
  });
});
