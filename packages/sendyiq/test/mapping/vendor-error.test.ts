import { describe, expect, it } from 'vitest';
import { readError } from '../../src/vendor-error.ts';

describe('readError', () => {
  it.each([
    [{ errors: ['Status is not valid'] }, {}],
    [{ errors: { Status: ['not valid'] }, message: 'Bad' }, {}],
    [{ Errors: 'not valid' }, {}],
    [{ message: 'No', success: false }, {}],
    [{ Message: 'No', IsSuccess: false }, {}],
    [{ message: 'No', succeeded: false, code: 'CHANNEL_DISABLED' }, { vendorCode: 'CHANNEL_DISABLED' }],
    [{ message: 'No', status: 404 }, { status: 404 }],
    [
      { message: 'No', statusCode: 409, errorCode: 17 },
      { status: 409, vendorCode: 17 },
    ],
    [{ data: null, errors: [{ field: 'text' }], status: 'error' }, {}],
  ])('takes %j for an error', (body, error) => {
    expect(readError(body)).toEqual({ status: undefined, vendorCode: undefined, ...error });
  });

  it.each([
    ['success', { success: true, message: 'Deleted' }],
    ['no errors', { errors: [], message: 'OK' }],
    ['no errors either', { errors: {}, data: {} }],
    ['null errors', { errors: null }],
    ['a message alone', { message: 'Hello' }],
    ['a status word', { message: 'Hello', status: 'Open' }],
    ['a good status', { message: 'OK', status: 200 }],
    ['a strange status', { message: 'OK', status: 4000 }],
    ['a failed message entity', { id: 'm-1', message: 'Hello', isSuccess: false, errors: ['undelivered'] }],
    ['a conversation entity', { ConversationId: 'c-1', Status: 500, Message: 'Hello' }],
    ['a list', [{ errors: ['x'] }]],
    ['text', 'error'],
    ['nothing', undefined],
    ['null', null],
    ['failure without a message', { success: false }],
  ])('does not take %s for an error', (_, body) => {
    expect(readError(body)).toBeUndefined();
  });
});
