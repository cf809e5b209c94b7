import { type Attachment, defined, webUrl } from '@anyinbox/core/provider';
import { mediaKinds, toContactCard, toLocation, toMedia } from './content-attachments.ts';
import { replaced } from './content-replacement.ts';
import { listOf, type Parameters, parametersOf, recordOf, stringOf } from './untyped.ts';

/** What a message says. `isActivity`: it says what happened, not what someone wrote. `deletion`: it was taken back; this is what it said. */
export interface Content {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly isActivity: boolean;
  readonly deletion?: { readonly timestamp: unknown };
}

/** A deletion holds the content before it, and a group its media: clients were never seen going deeper than two. */
const maxDepth = 4;

type Reader = (parameters: Parameters, depth: number) => Partial<Content>;

const said: Reader = (parameters) => ({ text: stringOf(parameters['content']) });

/**
 * By `content.type`, as clients were seen reading it (vendors/smartsender.md §Objects, Template). The labels of buttons are left to `raw`: they
 * are what the contact may answer, not what was said.
 */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['text', said],
  ['input', said],
  [
    'pendingText',
    (parameters) => ({ text: replaced(stringOf(parameters['content']), recordOf(parameters['replacement'])) }),
  ],
  ['action', (parameters) => ({ text: stringOf(parameters['content']), isActivity: true })],
  ['link', (parameters) => ({ text: stringOf(parameters['url']) })],
  ...[...mediaKinds].map(([type, media]): [string, Reader] => [type, (parameters) => toMedia(media, parameters)]),
  ['contact', (parameters) => ({ attachments: [toContactCard(parameters)] })],
  ['location', (parameters) => ({ attachments: [toLocation(parameters)] })],
  ['mediaGroup', group],
  ['telegramInvoice', invoice],
  ['transient', deleted],
]);

/** Never throws: what nobody has seen yet becomes an attachment of the kind `unknown`, beside whatever text it has. */
export function toContent(template: unknown, depth = 0): Content {
  const type = recordOf(template)['type'];
  const parameters = parametersOf(template);
  const read = depth < maxDepth && typeof type === 'string' ? readers.get(type) : undefined;
  const content = read?.(parameters, depth) ?? unknown(type, parameters);
  return { text: '', attachments: [], isActivity: false, ...content };
}

function group(parameters: Parameters, depth: number): Partial<Content> {
  const parts = listOf(parameters['media']).map((item) => toContent(item, depth + 1));
  if (parts.length === 0) return unknown('mediaGroup', parameters);
  const texts = [stringOf(parameters['caption']), ...parts.map(({ text }) => text)];
  return { text: lines(texts), attachments: parts.flatMap(({ attachments }) => attachments) };
}

function invoice(parameters: Parameters): Partial<Content> {
  const receipt = recordOf(parameters['receipt']);
  const text = lines([stringOf(receipt['title']), stringOf(receipt['description'])]);
  return text === '' ? unknown('telegramInvoice', parameters) : { text };
}

function deleted(parameters: Parameters, depth: number): Partial<Content> {
  const { original } = parameters as { original?: unknown };
  const before = typeof original === 'object' && original !== null ? toContent(original, depth + 1) : {};
  return { ...before, deletion: { timestamp: recordOf(parameters['context'])['timestamp'] } };
}

function unknown(type: unknown, parameters: Parameters): Partial<Content> {
  const text = ['content', 'caption', 'text'].map((name) => stringOf(parameters[name])).find((value) => value !== '');
  const url = webUrl(parameters['url']);
  const nativeKind = typeof type === 'string' ? type : undefined;
  const attachment = defined({ kind: 'unknown' as const, nativeKind, url });
  return { text: text ?? '', attachments: text !== undefined && url === undefined ? [] : [attachment] };
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
