import { expect, test } from 'vitest';
import { answer, fragment, visitor } from '../fixtures/webhooks.ts';
import { oneOf, read } from '../support/webhooks.ts';

const told = (change: object) => oneOf(read({ ...fragment, visitor: { ...visitor, ...change } }), 'contact.updated');

test('a visitor of whom nothing but the id is known', () => {
  const { conversation, contact } = oneOf(read({ ...fragment, visitor: { id: 'v1' } }), 'contact.updated');
  expect(conversation).toEqual({ nativeId: 'v1', contact: { id: 'v1' } });
  expect(contact).toEqual({ id: 'v1' });
});

test.each([
  ['widget', 'website'],
  ['Email', 'email'],
  ['sms', 'sms'],
  ['facebook', 'facebook'],
  ['instagram', 'instagram'],
  ['viber', 'unknown'],
])('the source %s is a channel of kind %s', (source, kind) => {
  const { conversation } = told({ source, sourceChannelRef: undefined });
  expect(conversation?.channel).toEqual({ id: source, kind, nativeKind: source, name: source });
});

test('a number is found under either of its attributes, the first that is filled', () => {
  expect(told({ attributes: { SMS: '', WHATSAPP: '+49301' } }).contact?.phone).toBe('+49301');
  expect(told({ attributes: { SMS: '+49302', WHATSAPP: '+49301' } }).contact?.phone).toBe('+49302');
});

test.each([
  { attributes: null },
  { attributes: [] },
  { attributes: { EMAIL: 7, SMS: {} } },
  { displayedName: 7, source: null, threadLink: 'javascript:alert(1)', groupId: {} },
])('what has another form is left out: %j', (change) => {
  const { contact, conversation } = told(change);
  expect(contact?.email).toBe('attributes' in change ? undefined : 'vera@example.com');
  expect(conversation?.links).toEqual('threadLink' in change ? undefined : { thread: visitor.threadLink });
});

test('that no group is named says nothing of whose it is', () => {
  expect(told({ groupId: undefined }).conversation).not.toHaveProperty('assignee');
});

test('is one fact until something of it, or its time, changes', () => {
  const { key } = told({});
  expect(told({ lastVisit: { startedAt: 1 } }).key).toBe(key);
  expect(told({ displayedName: 'Vera L.' }).key).not.toBe(key);
  const later = { ...fragment, messages: [{ ...answer, id: 'l4terKSjmCtyK', createdAt: answer.createdAt + 1 }] };
  expect(oneOf(read(later), 'contact.updated').key).not.toBe(key);
});
