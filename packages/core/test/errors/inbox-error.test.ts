import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { InboxError } from '@anyinbox/core';
import { describe, expect, it, vi } from 'vitest';

const error = new InboxError('The vendor answered 500', {
  code: 'provider-unavailable',
  blame: 'vendor',
  outcome: 'unknown',
  status: 500,
  provider: 'toy',
  cause: new Error('a secret reason'),
});

describe('InboxError', () => {
  it('is recognised across copies of the package', async () => {
    vi.resetModules();
    const copy = (await import('../../src/errors/inbox-error.ts')).InboxError;
    expect(copy).not.toBe(InboxError);
    expect(InboxError.isInstance(new copy('x', { code: 'internal', blame: 'library' }))).toBe(true);
    expect(copy.isInstance(error)).toBe(true);
  });

  it.each([new Error('x'), {}, null, undefined, 'x', runInNewContext('new Error("x")')])('is not %s', (value) => {
    expect(InboxError.isInstance(value)).toBe(false);
  });

  it('has its fields, and only those that are known', () => {
    expect(Object.keys(error).sort()).toEqual(['blame', 'code', 'outcome', 'provider', 'retryable', 'status']);
    expect(error).toMatchObject({ name: 'InboxError', code: 'provider-unavailable', retryable: false });
    expect(error).toBeInstanceOf(Error);
  });

  it('becomes JSON with its message, without its cause', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'InboxError',
      message: 'The vendor answered 500',
      code: 'provider-unavailable',
      blame: 'vendor',
      outcome: 'unknown',
      retryable: false,
      provider: 'toy',
      status: 500,
    });
  });

  it('prints what helps, and of a cause only its name', () => {
    const printed = inspect(error, { showHidden: true, depth: Number.POSITIVE_INFINITY });
    expect(printed).toContain('The vendor answered 500');
    expect(printed).toContain("code: 'provider-unavailable'");
    expect(printed).toContain('[cause]: Error');
    expect(printed).not.toContain('secret reason');
    expect(inspect(new InboxError('x', { code: 'aborted', blame: 'caller', cause: 'why' }))).toContain(
      '[cause]: string',
    );
    expect(inspect(new InboxError('x', { code: 'internal', blame: 'library' }))).not.toContain('cause');
  });

  it('can be told more without losing its place', () => {
    const more = error.with({ operation: 'messages.send', outcome: undefined });
    expect(more).toMatchObject({ operation: 'messages.send', status: 500, message: error.message, cause: error.cause });
    expect(more.outcome).toBeUndefined();
    expect(more.stack).toBe(error.stack);
  });
});
