import { expect, test } from 'vitest';
import { sendyiq, smartsender } from '../support/emulators.ts';

test('every request is logged in order, with what it carried and what it got', async () => {
  const { emulator, client } = await smartsender({ seed: 'empty' });
  await client.get('/chats?page=2&selector[name]=unread&term=a%20b');
  await client.put('/channels/118', { state: false });
  await client.get('/chats/7');
  expect(emulator.requests).toEqual([
    {
      method: 'GET',
      path: '/v1/chats',
      query: { page: '2', 'selector[name]': 'unread', term: 'a b' },
      headers: expect.objectContaining({ authorization: `Bearer ${emulator.token}` }),
      body: undefined,
      status: 200,
    },
    {
      method: 'PUT',
      path: '/v1/channels/118',
      query: {},
      headers: expect.objectContaining({ 'content-type': 'application/json' }),
      body: { state: false },
      status: 200,
    },
    expect.objectContaining({ path: '/v1/chats/7', status: 404 }),
  ]);
});

test('a repeated name keeps its values, a body that is not JSON is undefined', async () => {
  const { emulator } = await smartsender({ seed: 'empty' });
  await fetch(`${emulator.url}/x?tag=a&tag=b&empty=`, { method: 'POST', body: 'hello' });
  expect(emulator.requests[0]).toMatchObject({ query: { tag: ['a', 'b'], empty: '' }, status: 401 });
  expect(emulator.requests[0]?.body).toBeUndefined();
});

test('a name that the vendor ignores is seen', async () => {
  const { emulator, client } = await sendyiq();
  await client.get('/social/conversations?PageSize=5');
  expect(emulator.requests[0]?.query).toEqual({ PageSize: '5' });
});

test('a request that a fault struck says so', async () => {
  const { emulator, client } = await smartsender({ seed: 'empty' });
  emulator.fail({ kind: 'status', status: 502 });
  await client.get('/me');
  expect(emulator.requests[0]).toMatchObject({ fault: 'status', status: 502 });
});
