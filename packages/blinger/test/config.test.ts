import { blinger } from '@anyinbox/blinger';
import { createInbox } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { assumptions } from '../src/assumptions.ts';
import { config } from '../src/config.ts';
import { transport } from '../src/transport.ts';
import { printed } from './support/failure.ts';
import type { BlingerInboxOptions } from './support/wire.ts';

const token = 'do-not-print';

describe('the configuration', () => {
  test('a token is enough', () => {
    const { options } = config.parse({ credentials: { token } });
    expect(options).toEqual({
      baseUrl: 'https://app.blinger.io/api',
      encoding: 'json',
      operatorIds: 'id',
      listBy: 'operators-and-groups',
    });
  });

  test('everything can be given', () => {
    const options = {
      baseUrl: 'http://127.0.0.1:4000/api/',
      encoding: 'form',
      operatorIds: 'user_id',
      listBy: 'pairs',
      operatorId: '7',
      disableWebhook: false,
    };
    expect(config.parse({ credentials: { token }, options }).options).toEqual({
      ...options,
      baseUrl: 'http://127.0.0.1:4000/api',
      operatorId: 7,
    });
  });

  test.each<[string, unknown]>([
    ['credentials.token', { credentials: { token: '' } }],
    ['credentials.apiKey', { credentials: { token, apiKey: token } }],
    ['options.baseUrl', { credentials: { token }, options: { baseUrl: `http://${token}.example.com` } }],
    ['options.encoding', { credentials: { token }, options: { encoding: token } }],
    ['options.operatorIds', { credentials: { token }, options: { operatorIds: token } }],
    ['options.listBy', { credentials: { token }, options: { listBy: token } }],
    ['options.operatorId', { credentials: { token }, options: { operatorId: token } }],
    ['options.operatorId', { credentials: { token }, options: { operatorId: '9007199254740993' } }],
    ['options.disableWebhook', { credentials: { token }, options: { disableWebhook: 1 } }],
    ['options.webhooks', { credentials: { token }, options: { webhooks: token } }],
  ])('a wrong %s is named, and no value', (path, given) => {
    let error: unknown;
    try {
      createInbox(blinger, given as BlingerInboxOptions);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'invalid-config', message: expect.stringContaining(path) });
    expect(printed(error)).not.toContain(token);
  });

  test('the token is the bare value of the vendor’s own header, and never prints', () => {
    const parsed = config.parse({ credentials: { token } });
    expect(transport.headers(parsed)).toEqual({ Authentication: parsed.credentials.token });
    expect(parsed.credentials.token.reveal()).toBe(token);
    expect(printed([parsed, transport.headers(parsed)])).not.toContain(token);
  });
});

describe('assumptions', () => {
  test('each says what it stands on, and is declared', () => {
    expect(blinger.assumptions).toBe(assumptions);
    for (const { assumed, source, basis } of assumptions) {
      expect(assumed).toMatch(/\.$/);
      expect(source).toMatch(/^vendors\/blinger\.md §/);
      expect(['inferred', 'observed']).toContain(basis);
    }
  });

  test('each override is an option or a field of normalize', () => {
    const overrides = assumptions.flatMap(({ override }) => override ?? []);
    expect(overrides.length).toBeGreaterThan(9);
    const known = /^(options\.(encoding|operatorIds|listBy)|normalize\.(conversation|message|note)\.[a-z]\w+)(, |$)/i;
    for (const override of overrides) expect(override).toMatch(known);
  });
});
