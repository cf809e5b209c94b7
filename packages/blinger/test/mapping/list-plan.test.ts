import { describe, expect, test } from 'vitest';
import { planParts, reachNeeded } from '../../src/list-plan.ts';

const reach = { operators: [21, 22], groups: [601, 602] };
const none = { operators: [], groups: [] };

/** As `list?operator_id&group_id`. */
const plan = (...args: Parameters<typeof planParts>) =>
  planParts(...args).map(({ list, of }) => [list, of.operator_id ?? '', of.group_id ?? ''].join(' ').trim());

describe('without a filter', () => {
  test('each operator and each group', () => {
    expect(plan({}, reach, 'operators-and-groups')).toEqual([
      'unassigned',
      'unread 21',
      'notAnswered 21',
      'unread 22',
      'notAnswered 22',
      'unread  601',
      'notAnswered  601',
      'unread  602',
      'notAnswered  602',
    ]);
  });

  test('each operator in each group', () => {
    expect(plan({ unread: true }, reach, 'pairs')).toEqual([
      'unassigned',
      'unread 21 601',
      'unread 21 602',
      'unread 22 601',
      'unread 22 602',
    ]);
  });
});

test('of one agent', () => {
  expect(plan({ assignee: { agentId: '21' } }, none, 'operators-and-groups')).toEqual(['unread 21', 'notAnswered 21']);
  expect(plan({ assignee: { agentId: '21' }, unread: true }, { ...reach, operators: [] }, 'pairs')).toEqual([
    'unread 21 601',
    'unread 21 602',
  ]);
});

test('of one group', () => {
  const query = { assignee: { groupId: '601' }, unread: true };
  const people = { ...reach, groups: [] };
  expect(plan(query, people, 'operators-and-groups')).toEqual(['unread 21 601', 'unread 22 601', 'unread  601']);
  expect(plan(query, people, 'operators')).toEqual(['unread 21 601', 'unread 22 601']);
  expect(plan(query, people, 'pairs')).toEqual(['unread 21 601', 'unread 22 601']);
});

test.each([
  [{}, 'operators-and-groups', true, true],
  [{}, 'pairs', true, true],
  [{}, 'operators', true, false],
  [{ assignee: null }, 'pairs', false, false],
  [{ assignee: { agentId: '21' } }, 'operators-and-groups', false, false],
  [{ assignee: { agentId: '21' } }, 'pairs', false, true],
  [{ assignee: { groupId: '601' } }, 'operators-and-groups', true, false],
] as const)('%j by %s needs operators: %s, groups: %s', (query, listBy, operators, groups) => {
  expect(reachNeeded(query, listBy)).toEqual({ operators, groups });
});
