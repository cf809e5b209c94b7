import { describe, expect, test } from 'vitest';
import { readError } from '../../src/vendor-error.ts';

describe('the error envelope', () => {
  test.each([
    [{ error: 'Empty token', status: 401 }, 401],
    [{ error: 'Operator not found', status: 400 }, 400],
    [{ error: 'No', status: '400' }, 400],
    [{ error: 'No' }, undefined],
    [{ error: 'No', status: 200 }, undefined],
    [{ error: true }, undefined],
    [{ error: ['No'] }, undefined],
    [{ status: 400 }, 400],
    [{ status: 500, data: [] }, 500],
  ])('%j', (body, status) => {
    expect(readError(body)).toEqual({ status, vendorCode: undefined });
  });

  test.each([
    [{ invite_email: 'Email "vera@example.com" has already been taken.' }, 'fields: invite_email'],
    [{ conversation_id: 'x', operator_id: 'y' }, 'fields: conversation_id operator_id'],
    [{ a: 1, b: 2, c: 3, d: 4 }, 'fields: a b c'],
    [{ 'vera@example.com': 'x', '380445550199': 'y', 'Vera Lamp': 'z' }, undefined],
  ])('%j: only what looks like the names of fields is kept', (error, vendorCode) => {
    expect(readError({ error, status: 400 })).toEqual({ status: 400, vendorCode });
  });

  test.each([
    { status: 200, data: {} },
    { status: 200, data: { error: 'inside', status: 400 } },
    { status: 200, error: null, data: [] },
    { status: 'closed' },
    { error: {} },
    { error: '' },
    {},
    [],
    null,
    'error',
    7,
  ])('%j is no error', (body) => {
    expect(readError(body)).toBeUndefined();
  });
});
