import type { Assumption } from '@anyinbox/core/provider';
import type { AssumedField, AssumedFields } from './basis.ts';
import * as tables from './index.ts';
import { topName } from './spelling.ts';

/** What a table says of itself. */
type Basis = Pick<AssumedField, 'basis' | 'from'>;

/** About each table of this folder, by its name: one that is not explained does not compile. */
export const about: Readonly<Record<keyof typeof tables, readonly Assumption[]>> = {
  conversationFields: aboutFields('conversation', tables.conversationFields),
  messageFields: aboutFields('message', tables.messageFields),
  channelFields: aboutFields('channel', tables.channelFields),
  attachmentFields: [
    declare(
      merged(Object.values(tables.attachmentFields)),
      `An attachment is its URL, or an object with fields such as ${firstOf(Object.values(tables.attachmentFields))}.`,
      'normalize.message.attachments',
    ),
  ],
  sentMessageFields: [
    declare(
      tables.sentMessageFields.text,
      'The answer to a send is the message, whose `message` is no text; what it does not say is what was sent, by an agent.',
      'normalize.message.nativeId, normalize.message.text, normalize.message.author',
    ),
  ],
  answerFields: [
    declare(tables.answerFields.hubToken, `A hub token is in ${oneOf(tables.answerFields.hubToken.spellings)}.`),
    declare(
      tables.answerFields.channelToken,
      `The new token of a channel is in ${oneOf(tables.answerFields.channelToken.spellings)}.`,
    ),
    declare(
      tables.answerFields.embedSnippet,
      `The embed snippet of a channel is in ${oneOf(tables.answerFields.embedSnippet.spellings)}.`,
    ),
  ],
  envelopes: [
    declare(tables.envelopes, 'Every name is written in camelCase or in PascalCase.', 'normalize'),
    declare(
      tables.envelopes,
      `One object is bare, or under its own name, ${oneOf(tables.envelopes.one)}.`,
      'normalize.conversation, normalize.message, normalize.channel',
    ),
    declare(
      tables.envelopes,
      `A list is bare, or under its own name, ${oneOf(tables.envelopes.list)}.`,
      'normalize.list',
    ),
    declare(tables.envelopes, `The number of all items is in ${oneOf(tables.envelopes.total)}.`, 'normalize.list'),
    declare(
      tables.envelopes,
      `A conversation that is read brings its messages along, in ${oneOf(tables.envelopes.messages)}.`,
      'normalize.list',
    ),
  ],
  unusedFields: [
    declare(
      { basis: 'inferred', from: '§Stays UNKNOWN' },
      `Fields such as ${listed(tables.unusedFields.conversation.slice(0, 2), 'and')} say nothing that the model has a place for.`,
      'normalize',
    ),
  ],
  paging: [
    declare(tables.paging, `The first page has the number ${tables.paging.firstPage}.`, 'options.firstPage'),
    declare(tables.paging, `A page of ${tables.paging.largestPage} is not too large to ask for.`),
    declare(tables.paging, 'Without a total, a list goes on until a page is empty.', 'normalize.list'),
    declare(tables.paging, 'Conversations are listed latest activity first.'),
  ],
  statusValues: [
    declare(
      tables.statusValues,
      `The filter \`Status\` calls open conversations \`${tables.statusValues.open}\` and closed ones \`${tables.statusValues.closed}\`.`,
      'options.statusValues',
    ),
  ],
  senderRule: [
    declare(
      tables.senderRule,
      'A message is inbound only when its direction, a flag or its author proves it; everything else is outbound.',
      'normalize.message.direction, normalize.message.author',
    ),
  ],
  times: [
    declare(
      tables.times,
      `A time without a zone is UTC, and a number is seconds of the epoch, or milliseconds when it is above ${tables.times.largestSeconds}.`,
      'normalize.conversation.createdAt, normalize.conversation.updatedAt, normalize.message.createdAt, normalize.channel.createdAt',
    ),
  ],
  errorSigns: [
    declare(
      tables.errorSigns,
      `A body of any status is an error when it has \`errors\`, or a \`message\` beside ${oneOf([...tables.errorSigns.failed, ...tables.errorSigns.status])}, and no id.`,
    ),
  ],
  hub: [
    declare(
      tables.hub,
      `The hub is at the root of the host, of staging too, takes its token as SignalR does, and ${listed(tables.hub.targets, 'and')} name their conversation in ${oneOf(tables.hub.conversationId)}, or not at all.`,
    ),
  ],
  words: [
    aboutWords('status of a conversation', tables.words.status, 'normalize.conversation.status'),
    aboutWords('direction of a message', tables.words.direction, 'normalize.message.direction'),
    aboutWords('author of a message', tables.words.author, 'normalize.message.author'),
    aboutWords('delivery of a message', tables.words.delivery, 'normalize.message.delivery'),
    aboutWords('kind of a channel', tables.words.channel, 'normalize.channel.kind, normalize.conversation.channel'),
    aboutWords('kind of an attachment', tables.words.attachment, 'normalize.message.attachments'),
  ],
};

const endpoints: Basis = { basis: 'inferred', from: '§Endpoints' };

/** Everything that this package concludes and SendyIQ does not document. */
export const assumptions: readonly Assumption[] = [
  ...Object.values(about).flat(),
  declare(
    endpoints,
    'A change that is answered with 2xx was made, be the answer nothing, JSON that is no error, or a short text.',
  ),
  declare(
    endpoints,
    'A change of a conversation or a channel may be repeated without harm, except a rotation of its token.',
  ),
  declare(endpoints, 'The channels come on one page.'),
];

/** One entry per field of the model, with the parts that it is read in. */
function aboutFields(entity: 'conversation' | 'message' | 'channel', fields: AssumedFields): Assumption[] {
  const tops = [...new Set(Object.keys(fields).map(topName))];
  return tops.map((top) => {
    const parts = Object.entries(fields).flatMap(([field, part]) => (topName(field) === top ? [part] : []));
    const [part, ...more] = parts;
    const place = part && more.length === 0 ? oneOf(part.spellings) : `fields such as ${firstOf(parts)}`;
    return declare(merged(parts), `The \`${top}\` of a ${entity} is in ${place}.`, `normalize.${entity}.${top}`);
  });
}

function aboutWords(what: string, table: Readonly<Record<string, readonly string[]>>, override: string): Assumption {
  const meanings = Object.entries(table).map(([ours, words]) => `${ours} is ${oneOf(words)}`);
  return declare(tables.words, `In the words for the ${what}, ${meanings.join('; ')}.`, override);
}

function declare({ basis, from }: Basis, assumed: string, override?: string): Assumption {
  // What stands before the colon names sections of the sheet; what follows is the fact in them.
  const [sections = ''] = from.split(':');
  const source = `vendors/sendyiq.md ${sections}`;
  return { assumed, basis, source, ...(override === undefined ? {} : { override }) };
}

/** What several fields stand on together. */
function merged(fields: readonly AssumedField[]): Basis {
  const sections = fields.map(({ from }) => from.split(':', 1).join());
  return { basis: 'inferred', from: [...new Set(sections)].join(', ') };
}

function firstOf(fields: readonly AssumedField[]): string {
  return listed(
    fields.map(({ spellings }) => spellings[0] ?? ''),
    'and',
  );
}

function oneOf(names: readonly string[]): string {
  return listed(names, 'or');
}

function listed(names: readonly string[], conjunction: 'and' | 'or'): string {
  const quoted = names.map((name) => `\`${name}\``);
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(` ${conjunction} `);
}
