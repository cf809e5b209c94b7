import { describe, expect, test } from 'vitest';
import { redactText } from '../../src/webhooks/redact-text.ts';
import { conversation, secrets } from '../fixtures/objects.ts';
import { assigned, closedInside, incoming, question, told } from '../fixtures/webhooks.ts';
import { createReader } from '../support/webhooks.ts';

const canary = 'canary-of-';

test.each<[string, object]>([
  ['an unknown event', { webhook: 'on_x', conversation, deep: [{ secrets }] }],
  ['a flat message', { ...incoming, ...secrets }],
  ['a known one', { ...assigned, conversation: { ...told, ...secrets, from_user: { ...told.from_user, ...secrets } } }],
  ['its operator', { ...assigned, operator: { ...assigned.operator, ...secrets } }],
  ['messages that are kept', { ...closedInside, messages: [{ ...question, message: null, ...secrets }] }],
])('no secret of %s is in what is read', (_, body) => {
  expect(JSON.stringify(body)).toContain(canary);
  const reading = JSON.stringify(createReader().read(body));
  expect(reading).not.toContain(canary);
  expect(reading.length).toBeGreaterThan(100);
});

describe('a text', () => {
  test.each([
    ['JSON that breaks off', `{"id": 2, "token": "${canary}1", "x": 1`, '{"id": 2, "token": "removed", "x": 1'],
    ['a secret that breaks off', `{"token": "${canary}1`, '{"token": "removed"'],
    ['a quote in it', `{"token": "a\\"${canary}1"}`, '{"token": "removed"}'],
    ['other quotes', `{'extra_field_secret_key': '${canary}1', a: 1}`, `{'extra_field_secret_key': "removed", a: 1}`],
    ['no quotes', `{token: ${canary}1}`, '{token: "removed"}'],
    ['a form', `id=2&conversations_token=${canary}1&x=1`, 'id=2&conversations_token="removed"&x=1'],
    ['an upper case name', `"TOKEN" : "${canary}1"`, '"TOKEN" : "removed"'],
  ])('loses its secrets: %s', (_, text, shown) => {
    expect(createReader().read(text).events[0]?.raw).toBe(shown);
  });

  test('keeps what is no secret', () => {
    const text = 'Your token, please; the password is wrong. {"message": "secret"}';
    expect(redactText(text)).toBe(text);
  });

  test('loses those of JSON in a string', () => {
    expect(redactText(JSON.stringify(JSON.stringify({ a: 1, token: `${canary}1` })))).not.toContain(canary);
  });

  test.each(['token', 'token"', 'token:"', 'token-', 'token  ', 'token:\\"', '\\', 'a', '"', "token:'"])(
    'of a megabyte of %s is read at once',
    (part) => {
      const before = performance.now();
      redactText(part.repeat(1_000_000 / part.length));
      expect(performance.now() - before).toBeLessThan(1_000);
    },
  );
});
