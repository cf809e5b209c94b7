import type { Attachment, Message } from '@anyinbox/core';
import type { Paint } from '../output/paint.ts';
import type { Row } from '../output/table.ts';

export function messageRow({ createdAt, direction, author, text, attachments }: Message, paint: Paint): Row {
  const arrow = direction === 'inbound' ? '→' : '←';
  const said = [...attachments.map(describeAttachment), text].filter((part) => part !== '').join(' ');
  return [{ text: createdAt.slice(11, 16), paint: paint.dim }, `${arrow} ${author.name ?? author.kind}`, said];
}

/** `[image broken-mug.jpg, 184 kB]`, as far as the vendor tells. */
function describeAttachment({ kind, name, url, size }: Attachment): string {
  const title = [kind, name ?? fileName(url)].filter((part) => part !== undefined).join(' ');
  return `[${size === undefined ? title : `${title}, ${Math.ceil(size / 1000)} kB`}]`;
}

function fileName(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).pathname.split('/').at(-1) || undefined;
}
