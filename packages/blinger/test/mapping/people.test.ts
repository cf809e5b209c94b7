import { expect, test } from 'vitest';
import { toAgent } from '../../src/agent.ts';
import { toGroup } from '../../src/group.ts';
import { group, operator } from '../fixtures/objects.ts';
import { mappingContext } from '../support/mapping.ts';

const { conversations_token: _, ...raw } = operator;

test('an operator has an address and no name', () => {
  const context = mappingContext();
  expect(toAgent(raw, {}, context)).toEqual({ id: '7', email: 'marta@shop.example.com', raw });
  expect(context.drift).toEqual([]);
  expect(toAgent({ ...raw, invite_email: '' }, {}, context)).not.toHaveProperty('email');
});

test('its id is the number that the connection says', () => {
  expect(toAgent(raw, {}, { ...mappingContext(), operatorIds: 'user_id' }).id).toBe('1');
  const unnumbered = { ...raw, user_id: null };
  expect(() => toAgent(unnumbered, {}, { ...mappingContext(), operatorIds: 'user_id' })).toThrow('agent.user_id');
  expect(toAgent({}, { id: '5' }, mappingContext()).id).toBe('5');
});

test('a group has its title as name, else its id', () => {
  const { reportDrift } = mappingContext();
  expect(toGroup(group, reportDrift)).toEqual({ id: '1', name: 'Default', raw: group });
  expect(toGroup({ id: 3, title: '' }, reportDrift).name).toBe('3');
  expect(() => toGroup({ title: 'Default' }, reportDrift)).toThrow('group.id');
});
