import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { caught } from '../support/caught.ts';
import { useStore } from '../support/store.ts';

describe('the hub token', () => {
  const store = useStore({ seed: 'empty' });

  it('is a secret that prints as none', async () => {
    const token = await store.chat().native.hubToken();
    expect(token.reveal()).toMatch(/^emulated-hub-token\./);
    expect(`${token} ${inspect(token)} ${JSON.stringify(token)}`).not.toContain('emulated');
  });

  it.each([
    ['a bare string', '"t-1"'],
    ['token', { token: 't-1', expiresIn: 300 }],
    ['accessToken', { accessToken: 't-1' }],
    ['HubToken in PascalCase', { HubToken: 't-1' }],
    ['data.token', { success: true, data: { token: 't-1' } }],
    ['Result.AccessToken', { Result: { AccessToken: 't-1' } }],
  ])('is recognised as %s', async (_, body) => {
    store.emulator.fail({ kind: 'body', body, contentType: 'application/json' });
    expect((await store.chat().native.hubToken()).reveal()).toBe('t-1');
  });

  it.each([['""'], ['null'], [{ jwt: 't-1' }], [{ token: { value: 't-1' } }]])(
    'is not recognised in %j',
    async (body) => {
      store.emulator.fail({ kind: 'body', body, contentType: 'application/json' });
      const error = await caught(() => store.chat().native.hubToken());
      expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor', operation: 'native.hubToken' });
      expect(inspect(error)).not.toContain('t-1');
    },
  );

  it('is asked for again when the vendor fails once', async () => {
    store.emulator.fail({ kind: 'status', status: 503 });
    expect((await store.chat().native.hubToken()).reveal()).toMatch(/^emulated/);
    expect(store.emulator.requests).toHaveLength(2);
  });

  it('is not offered for social conversations', () => {
    expect(store.social().native).not.toHaveProperty('hubToken');
  });
});
