import { expect, test } from 'vitest';
import { expectRequest, startWire, wireKey } from '../support/wire.ts';

test('the old host', async () => {
  const wire = startWire({
    host: 'https://api.sendinblue.com',
    options: { baseUrl: 'https://api.sendinblue.com/v3/' },
  });
  wire.answer(undefined, 201);
  await wire.inbox.agents.setOnline({ agentId: 'mail:a1' });
  expectRequest(wire, {
    base: 'https://api.sendinblue.com/v3',
    method: 'POST',
    path: '/conversations/agentOnlinePing',
    body: { agentId: 'a1' },
  });
  expect(wire.requests[0]?.headers['api-key']).toBe(wireKey);
});

const client = { clientId: 'shop:1', clientSecret: 's3cret+%' };

test('a token is asked for at the origin of the API, and borne in place of a key', async () => {
  const wire = startWire({ credentials: { ...client, scopes: ['conversations:write', 'conversations:read'] } });
  wire.answer({ access_token: 't0ken', token_type: 'Bearer', expires_in: 3600 });
  wire.answer(undefined, 204);
  await wire.inbox.messages.delete('mail:agent:m1');
  const [token, deletion] = wire.requests;
  expect(token).toMatchObject({
    method: 'POST',
    url: 'https://api.brevo.com/realms/partner/oauth/token',
    body: { grant_type: 'client_credentials', scope: 'conversations:write conversations:read' },
  });
  expect(token?.headers).toMatchObject({
    authorization: `Basic ${Buffer.from('shop%3A1:s3cret%2B%25').toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(token?.headers['api-key']).toBeUndefined();
  expect(deletion).toMatchObject({ method: 'DELETE', url: 'https://api.brevo.com/v3/conversations/messages/m1' });
  expect(deletion?.headers['authorization']).toBe('Bearer t0ken');
  expect(deletion?.headers['api-key']).toBeUndefined();
});

test('or elsewhere, for all that was granted', async () => {
  const host = 'https://oauth.brevo.com';
  const wire = startWire({
    host,
    credentials: client,
    options: { tokenUrl: `${host}/realms/partner/oauth/token`, baseUrl: `${host}/v3` },
  });
  wire.answer({ access_token: 't0ken' });
  wire.answer(undefined, 204);
  await wire.inbox.messages.delete('mail:agent:m1');
  expect(wire.requests[0]).toMatchObject({
    url: 'https://oauth.brevo.com/realms/partner/oauth/token',
    body: { grant_type: 'client_credentials' },
  });
});
