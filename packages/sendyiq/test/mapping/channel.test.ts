import { entityMapper } from '@anyinbox/core/provider';
import { describe, expect, it } from 'vitest';
import { channelMapper } from '../../src/channel.ts';
import { channelWithSecrets } from '../fixtures/bodies.ts';
import { thrown } from '../support/caught.ts';
import { collectDrift, ignoreDrift } from '../support/drifts.ts';

const map = channelMapper(ignoreDrift);

describe('a channel', () => {
  it.each([
    {
      scenario: 'camelCase',
      raw: {
        id: 'ch-1',
        channelType: 'Instagram',
        displayName: '@shop',
        isEnabled: true,
        isAgentEnabled: false,
        createdAt: '2026-01-01T00:00:00Z',
      },
    },
    {
      scenario: 'PascalCase, otherwise named',
      raw: {
        Uuid: 'ch-1',
        Type: 'Instagram',
        Name: '@shop',
        IsActive: true,
        IsAiEnabled: false,
        CreatedOn: '2026-01-01',
      },
    },
  ])('is mapped from $scenario without drift', ({ raw }) => {
    const drift = collectDrift();
    expect(channelMapper(drift.report)(raw, {})).toEqual({
      nativeId: 'ch-1',
      kind: 'instagram',
      nativeKind: 'Instagram',
      name: '@shop',
      active: true,
      aiAgentEnabled: false,
      createdAt: '2026-01-01T00:00:00.000Z',
      raw,
    });
    expect(drift.lines()).toEqual([]);
  });

  it.each([
    ['Website', 'website'],
    ['WHATSAPP', 'whatsapp'],
    ['Messenger', 'facebook'],
    ['Telegram', 'telegram'],
    ['Carrier pigeon', 'unknown'],
    ['3', 'unknown'],
  ])('of type %s is of kind %s', (channelType, kind) => {
    expect(map({ id: 'c', channelType }, {})).toMatchObject({ kind, nativeKind: channelType });
  });

  it('of nothing but an id has empty words', () => {
    const drift = collectDrift();
    expect(channelMapper(drift.report)({ id: 'c' }, {})).toEqual({
      nativeId: 'c',
      kind: 'unknown',
      nativeKind: '',
      name: '',
      raw: { id: 'c' },
    });
    expect(drift.lines()).toEqual([
      'channel nativeKind unrecognised',
      'channel name unrecognised',
      'channel active unrecognised',
      'channel aiAgentEnabled unrecognised',
      'channel createdAt unrecognised',
    ]);
  });

  it('shows no secret in raw', () => {
    const { raw } = map(channelWithSecrets, {});
    expect(JSON.stringify(raw)).not.toContain('s3cret');
    expect(raw).toEqual({
      id: 'ch-1',
      channelType: 'Website',
      displayName: 'shop.example.com',
      isEnabled: true,
      isAgentEnabled: false,
      tokenExpiresAt: '2026-12-31T00:00:00.000Z',
      settings: { meta: [{ maxTokens: 500, hasAccessToken: true }] },
      createdAt: '2026-01-01T00:00:00Z',
    });
  });

  it('without an id is an unexpected response, unless normalize gives one', () => {
    expect(thrown(() => map({ displayName: 'Shop' }, {}))).toMatchObject({
      code: 'unexpected-response',
      message: expect.stringMatching(/channel\.id/),
    });
    const toChannel = entityMapper({ channel: { nativeId: () => 'given' } }, 'channel', map);
    expect(toChannel({ displayName: 'Shop' })).toMatchObject({ nativeId: 'given', name: 'Shop' });
    expect(toChannel(undefined)).toMatchObject({ nativeId: 'given', raw: null });
  });
});
