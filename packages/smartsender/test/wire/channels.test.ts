import { expect, test } from 'vitest';
import { listOf, viberChannel } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

const asModel = {
  id: 'bots:311',
  nativeId: '311',
  kind: 'viber',
  nativeKind: 'viber',
  name: 'Lamp shop',
  active: true,
  createdAt: '2019-01-02T03:04:05.000Z',
  provenance: { source: 'live', asOf: '2026-11-20T12:00:00.000Z', complete: true },
};

test('smartsender GET /v1/channels', async () => {
  const wire = startWire();
  wire.answer(listOf([viberChannel]));
  const page = await wire.inbox.channels.list();
  expectRequest(wire, { method: 'GET', path: '/v1/channels', query: { page: '1', limitation: '20' } });
  expect(page).toEqual({ items: [asModel] });
});

test('smartsender GET /v1/channels/{channelId}', async () => {
  const wire = startWire();
  wire.answer(viberChannel);
  const channel = await wire.inbox.channels.get('bots:311');
  expectRequest(wire, { method: 'GET', path: '/v1/channels/311' });
  expect(channel).toEqual(asModel);
});

test('smartsender PUT /v1/channels/{channelId}', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await expect(wire.inbox.channels.update('bots:311', { active: false })).resolves.toBeUndefined();
  expectRequest(wire, { method: 'PUT', path: '/v1/channels/311', body: { state: false } });
});
