import { expect, test } from 'vitest';
import { listOf, operator } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

test('smartsender GET /v1/operators', async () => {
  const wire = startWire();
  wire.answer(listOf([operator]));
  const page = await wire.inbox.agents.list();
  expectRequest(wire, { method: 'GET', path: '/v1/operators', query: { page: '1', limitation: '20' } });
  expect(page).toEqual({
    items: [
      {
        id: 'bots:71',
        name: 'Marta Hill',
        email: 'marta@example.com',
        avatarUrl: 'https://cdn.example.com/marta.jpg',
      },
    ],
  });
});

test('smartsender PUT /v1/operators/{operatorId}/involve', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await expect(wire.inbox.native.operators.involve({ operatorId: '71', state: false })).resolves.toBeUndefined();
  expectRequest(wire, { method: 'PUT', path: '/v1/operators/71/involve', body: { state: false } });
});

test('smartsender GET /v1/me', async () => {
  const wire = startWire();
  wire.answer({ name: 'Lamp shop', photo: null, plan: 'pro' });
  expect(await wire.inbox.native.me()).toEqual({ name: 'Lamp shop', photo: null, plan: 'pro' });
  expectRequest(wire, { method: 'GET', path: '/v1/me' });
});
