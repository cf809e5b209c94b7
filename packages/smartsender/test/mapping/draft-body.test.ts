import type { DraftAttachment, NativeDraft } from '@anyinbox/core/provider';
import { describe, expect, test } from 'vitest';
import { draftBody } from '../../src/draft-body.ts';

const nowMs = 1_795_176_000_999;
const url = 'https://cdn.example.com/file';
const body = (draft: NativeDraft) => draftBody(draft, nowMs);
const attach = (attachment: DraftAttachment, options?: Record<string, unknown>) =>
  body({ attachments: [attachment], ...(options === undefined ? {} : { options }) });

const refusal = (code: string, words: string) =>
  expect.objectContaining({ code, blame: 'caller', message: expect.stringContaining(words) });

describe('what is sent', () => {
  test('a text', () => {
    expect(body({ text: ' Hello\n' })).toEqual({ type: 'text', watermark: 1_795_176_000, content: ' Hello\n' });
  });

  test.each([
    ['image', 'picture'],
    ['video', 'video'],
    ['audio', 'audio'],
    ['voice', 'voice'],
    ['file', 'file'],
    [undefined, 'file'],
  ] as const)('an attachment of the kind %s is of the type %s', (kind, type) => {
    const attachment = kind === undefined ? { url } : { kind, url };
    expect(attach(attachment)).toEqual({ type, watermark: 1_795_176_000, media: url });
  });

  test('a place with its title', () => {
    expect(attach({ kind: 'location', latitude: 0, longitude: -30.5, name: 'Office' })).toEqual({
      type: 'location',
      watermark: 1_795_176_000,
      title: 'Office',
      latitude: 0,
      longitude: -30.5,
    });
  });

  test('a contact card', () => {
    expect(attach({ kind: 'contact', fullName: 'Taras', phone: '+380445550199' })).toEqual({
      type: 'contact',
      watermark: 1_795_176_000,
      fullName: 'Taras',
      phoneNumber: '+380445550199',
    });
  });
});

describe('providerOptions.smartsender', () => {
  test.each([1, 0, '111'])('the watermark %j goes before the clock', (watermark) => {
    expect(body({ text: 'x', options: { watermark } })).toMatchObject({ watermark });
  });

  test('an image as an animation', () => {
    expect(attach({ kind: 'image', url }, { type: 'animation' })).toMatchObject({ type: 'animation', media: url });
  });

  test('an animation of anything else is refused', () => {
    const refused = refusal('invalid-request', 'providerOptions.smartsender.type');
    expect(() => attach({ kind: 'video', url }, { type: 'animation' })).toThrow(refused);
    expect(() => body({ text: 'x', options: { type: 'animation' } })).toThrow(refused);
  });

  test.each([
    ['watermark', { watermark: -1 }],
    ['watermark', { watermark: 1.5 }],
    ['watermark', { watermark: 'secret text' }],
    ['type', { type: 'picture' }],
    ['gateId', { gateId: 7 }],
  ])('a wrong %s is named, its value is not', (field, options) => {
    expect(() => body({ text: 'x', options })).toThrow(
      refusal('invalid-request', `providerOptions.smartsender.${field}`),
    );
    expect(() => body({ text: 'x', options })).not.toThrow(/secret text|picture|-1|1\.5/);
  });
});

describe('what cannot be sent', () => {
  test('two attachments', () => {
    expect(() => body({ attachments: [{ url }, { url }] })).toThrow(refusal('unsupported', 'one attachment'));
  });

  test('a text with an attachment', () => {
    expect(() => body({ text: 'Look', attachments: [{ url }] })).toThrow(refusal('unsupported', 'no text'));
  });

  test('a sticker', () => {
    expect(() => attach({ kind: 'sticker', url })).toThrow(refusal('unsupported', 'sticker'));
  });

  test.each([
    'ftp://cdn.example.com/a',
    'javascript:alert(1)',
    '/a.png',
    'https:cdn',
    'https://a b/',
    'data:,x',
    'https://[::1',
  ])('a file at %s', (wrong) => {
    expect(() => attach({ url: wrong })).toThrow(refusal('invalid-request', 'attachments.0.url'));
  });

  test.each([
    ['attachments.0.name', { kind: 'location', latitude: 1, longitude: 2 }],
    ['attachments.0.name', { kind: 'location', latitude: 1, longitude: 2, name: '  ' }],
    ['attachments.0.fullName', { kind: 'contact', fullName: ' ', phone: '+1' }],
    ['attachments.0.phone', { kind: 'contact', fullName: 'Taras', phone: '' }],
  ] as const)('an empty %s', (field, attachment) => {
    expect(() => attach(attachment)).toThrow(refusal('invalid-request', field));
  });

  test.each([{}, { text: '' }, { text: '  ' }, { attachments: [] }])('nothing: %j', (draft) => {
    expect(() => body(draft)).toThrow(refusal('invalid-request', 'text'));
  });
});
