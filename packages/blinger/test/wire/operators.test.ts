import { expect, test } from 'vitest';
import { group, operator } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

test('blinger GET /operators/all', async () => {
  const wire = startWire();
  wire.answer([operator]);
  const page = await wire.inbox.agents.list({ include: ['raw'] });
  expectRequest(wire, { method: 'GET', path: '/api/operators/all' });
  const { conversations_token: _, ...raw } = operator;
  expect(page).toEqual({ items: [{ id: 'desk:7', email: 'marta@shop.example.com', raw }] });
});

test('blinger GET /operators/groups', async () => {
  const wire = startWire();
  wire.answer([group]);
  const page = await wire.inbox.groups.list();
  expectRequest(wire, { method: 'GET', path: '/api/operators/groups' });
  expect(page).toEqual({ items: [{ id: 'desk:1', name: 'Default' }] });
});
