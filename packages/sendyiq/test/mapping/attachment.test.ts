import { describe, expect, it } from 'vitest';
import { mapAttachment } from '../../src/attachment.ts';
import { messageMapper } from '../../src/message.ts';
import { collectDrift, ignoreDrift } from '../support/drifts.ts';

const file = 'https://cdn.example.com/file';
const attachmentsOf = (fields: object) => messageMapper(ignoreDrift, () => 0)({ id: 'm', ...fields }, {}).attachments;

describe('an attachment', () => {
  it.each([
    [{ type: 'Image' }, { kind: 'image' }],
    [{ kind: 'document' }, { kind: 'file', nativeKind: 'document' }],
    [{ mediaType: 'ptt' }, { kind: 'voice', nativeKind: 'ptt' }],
    [{ type: 'sticker' }, { kind: 'sticker' }],
    [{ type: 'hologram' }, { kind: 'unknown', nativeKind: 'hologram' }],
    [{ mimeType: 'video/mp4' }, { kind: 'video', mimeType: 'video/mp4' }],
    [{ contentType: 'application/pdf' }, { kind: 'file', mimeType: 'application/pdf' }],
    [{ type: 'audio/ogg' }, { kind: 'audio', nativeKind: 'audio/ogg', mimeType: 'audio/ogg' }],
    [{ mime: 'nonsense' }, { kind: 'unknown', mimeType: 'nonsense' }],
    [{}, { kind: 'unknown' }],
  ])('with %j is %j', (fields, mapped) => {
    expect(mapAttachment({ url: file, ...fields }, ignoreDrift)).toEqual({ url: file, ...mapped });
  });

  it('has its measures and its preview', () => {
    const raw = {
      url: file,
      type: 'image',
      width: 10,
      height: 20,
      sizeBytes: 30,
      thumbnailUrl: `${file}/small`,
      title: 'a',
    };
    expect(mapAttachment(raw, ignoreDrift)).toEqual({
      kind: 'image',
      url: file,
      name: 'a',
      size: 30,
      width: 10,
      height: 20,
      previewUrl: `${file}/small`,
    });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/files/1', ''])('never has the url %j', (url) => {
    const drift = collectDrift();
    expect(mapAttachment({ url, type: 'image' }, drift.report)).toEqual({ kind: 'image' });
    expect(drift.lines()).toEqual(['attachment url changed-type string']);
  });

  it('reports what it does not know', () => {
    const drift = collectDrift();
    mapAttachment({ blurhash: 'x' }, drift.report);
    expect(drift.lines()).toEqual(['attachment blurhash appeared string', 'attachment url unrecognised']);
  });
});

describe('the attachments of a message', () => {
  it.each([
    ['a list of URLs', { media: [file] }, [{ kind: 'unknown', url: file }]],
    ['a single object', { attachment: { url: file, type: 'video' } }, [{ kind: 'video', url: file }]],
    ['a flat URL', { mediaUrl: file, mediaType: 'image' }, [{ kind: 'image', url: file }]],
    ['a flat URL of an unknown kind', { attachmentUrl: file }, [{ kind: 'unknown', url: file }]],
    ['nothing', {}, []],
    ['null', { attachments: null }, []],
    ['another type', { attachments: 3 }, []],
    ['an item that is no object', { attachments: [7] }, [{ kind: 'unknown' }]],
  ])('are read from %s', (_, fields, attachments) => {
    expect(attachmentsOf(fields)).toEqual(attachments);
  });
});
