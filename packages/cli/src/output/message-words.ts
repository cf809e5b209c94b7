import type { Attachment, Message } from '@anyinbox/core';

/** `→ Olena`, or `← Marta` for what went out. */
export function authorWords({ direction, author }: Message): string {
  return `${direction === 'inbound' ? '→' : '←'} ${author.name ?? author.kind}`;
}

/** What was said, its files first. */
export function messageWords({ attachments, text }: Message): string {
  return [...attachments.map(describeAttachment), text].filter((part) => part !== '').join(' ');
}

/** `[image broken-mug.jpg, 184 kB]`, as far as the vendor tells. */
function describeAttachment({ kind, name, url, size }: Attachment): string {
  const title = [kind, name ?? fileName(url)].filter((part) => part !== undefined).join(' ');
  return `[${size === undefined ? title : `${title}, ${Math.ceil(size / 1000)} kB`}]`;
}

function fileName(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).pathname.split('/').at(-1) || undefined;
}
