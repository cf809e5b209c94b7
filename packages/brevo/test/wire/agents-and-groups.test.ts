import { expect, test } from 'vitest';
import { expectRequest, startWire } from '../support/wire.ts';

test('brevo POST /conversations/agentOnlinePing', async () => {
  const wire = startWire();
  wire.answer(undefined, 201);
  await expect(wire.inbox.agents.setOnline({ agentId: 'mail:ag3nt' })).resolves.toBeUndefined();
  expectRequest(wire, { method: 'POST', path: '/conversations/agentOnlinePing', body: { agentId: 'ag3nt' } });
});

test('brevo POST /conversations/agentOnlinePing, for a person', async () => {
  const wire = startWire();
  wire.answer(undefined, 201);
  await wire.inbox.agents.setOnline({ name: 'Iwo', email: 'iwo@example.com' });
  expectRequest(wire, {
    method: 'POST',
    path: '/conversations/agentOnlinePing',
    body: { agentEmail: 'iwo@example.com', agentName: 'Iwo', receivedFrom: 'anyinbox' },
  });
});

test('brevo PUT /conversations/visitorGroup', async () => {
  const wire = startWire();
  wire.answer({ groupId: 'gr0up', visitorId: 'v1' });
  await expect(wire.inbox.conversations.assign('mail:v1', { groupId: 'mail:gr0up' })).resolves.toBeUndefined();
  expectRequest(wire, {
    method: 'PUT',
    path: '/conversations/visitorGroup',
    body: { visitorId: 'v1', groupId: 'gr0up' },
  });
});
