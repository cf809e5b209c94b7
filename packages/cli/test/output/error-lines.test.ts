import { InboxError } from '@anyinbox/core';
import { expect, test } from 'vitest';
import { errorLines } from '../../src/output/error-lines.ts';

test('an InboxError: what happened, then the facts that are known', () => {
  const error = new InboxError('The vendor says no', {
    code: 'forbidden',
    blame: 'credentials',
    provider: 'smartsender',
    operation: 'messages.send',
    outcome: 'not-sent',
    hint: 'Check the token.',
  });
  expect(errorLines(error)).toEqual([
    'The vendor says no',
    'code: forbidden',
    'provider: smartsender',
    'operation: messages.send',
    'outcome: not-sent',
    'hint: Check the token.',
  ]);
  expect(errorLines(new InboxError('Short', { code: 'internal', blame: 'library' }))).toEqual([
    'Short',
    'code: internal',
  ]);
});

test('any other error is its message on one line', () => {
  expect(errorLines(new Error('listen EACCES\n127.0.0.1'))).toEqual(['listen EACCES 127.0.0.1']);
});

test('what is no error is not printed', () => {
  expect(errorLines('s3cr3t')).toEqual(['Something that is not an error was thrown: string']);
});
