import { describe, expect, test } from 'vitest';
import { toAttachments } from '../../src/attachment.ts';
import { agentMessage, file, oldAttachment } from '../fixtures/objects.ts';
import { mapMessage } from '../support/mapping.ts';

const picture = {
  kind: 'image',
  url: 'https://ucarecdn.com/5c1f/lamp.png',
  name: 'lamp.png',
  mimeType: 'image/png',
  size: 20_480,
  width: 640,
  height: 480,
  previewUrl: 'https://ucarecdn.com/5c1f/-/preview/',
};

describe('every spelling of a file', () => {
  const { fileName, ...rest } = oldAttachment;

  test.each([
    ['file, new names', file, undefined],
    ['file, old names', { ...rest, filename: fileName }, undefined],
    ['attachments, new names', undefined, [file]],
    ['attachments, old names', null, [oldAttachment]],
    ['both forms of the same', { ...rest, filename: fileName }, [file]],
    ['both forms of the same, the other way round', file, [oldAttachment]],
  ])('%s', (_, single, attachments) => {
    expect(toAttachments(single, attachments)).toEqual([picture]);
  });

  test('where a message has both names, the new one counts', () => {
    const both = { name: 'new', fileName: 'old', link: 'https://a.example.com/', url: 'https://b.example.com/' };
    expect(toAttachments(both, [])).toEqual([{ kind: 'file', name: 'new', url: 'https://a.example.com/' }]);
  });

  test('files that are not the same stand side by side', () => {
    const other = { ...file, link: 'https://ucarecdn.com/77/other.png' };
    expect(toAttachments(file, [other, other])).toHaveLength(3);
    expect(toAttachments({ name: 'a' }, [{ name: 'a' }])).toHaveLength(2);
  });
});

describe('what it is', () => {
  test.each([
    [{ isSticker: true, isImage: true }, 'sticker'],
    [{ isImage: true }, 'image'],
    [{ isImage: false, mimeType: 'IMAGE/webp' }, 'image'],
    [{ mimeType: 'video/mp4' }, 'video'],
    [{ mimeType: 'audio/ogg; codecs=opus' }, 'audio'],
    [{ mimeType: 'application/pdf' }, 'file'],
    [{}, 'file'],
    [{ isImage: 'true', mimeType: 7 }, 'file'],
  ])('%j', (fields, kind) => {
    expect(toAttachments(fields, undefined)).toMatchObject([{ kind }]);
  });

  test.each(['text', 7, true, ['x']])('%j is something unknown, and fails nothing', (raw) => {
    expect(toAttachments(undefined, [raw, file])).toEqual([{ kind: 'unknown' }, picture]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '/lamp.png', ''])('the link %j is left out', (link) => {
    const [attachment] = toAttachments({ link, imageInfo: { previewLink: link } }, undefined);
    expect(attachment).toEqual({ kind: 'file' });
  });

  test('a size that is none is left out', () => {
    expect(toAttachments({ size: -1, imageInfo: { width: 1.5, height: '2' } }, undefined)).toEqual([{ kind: 'file' }]);
  });
});

describe('the text of a message with a file', () => {
  const map = (change: object) => mapMessage({ ...agentMessage, ...change }).message;

  test('is empty when it is the name of the file', () => {
    const message = map({ text: 'lamp.png', html: 'lamp.png', file });
    expect(message).toMatchObject({ text: '', attachments: [picture] });
    expect(message).not.toHaveProperty('html');
    expect(map({ text: 'lamp.png', attachments: [oldAttachment] }).text).toBe('');
  });

  test('is a caption otherwise', () => {
    expect(map({ text: 'Here it is', html: 'Here it is', file })).toMatchObject({
      text: 'Here it is',
      html: 'Here it is',
    });
  });

  test('attachments of another form are left out', () => {
    expect(map({ attachments: 'lamp.png' }).attachments).toEqual([]);
  });
});
