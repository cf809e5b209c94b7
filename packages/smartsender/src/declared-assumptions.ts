import type { Assumption } from '@anyinbox/core/provider';
import * as values from './assumptions.ts';

const at = (section: string) => `vendors/smartsender.md §${section}`;
const listed = (words: Iterable<string>) => [...words].map((word) => `\`${word}\``).join(', ');

/** About each value of assumptions.ts, by its name: one that is not explained does not compile. */
export const about: Readonly<Record<keyof typeof values, Assumption>> = {
  activitiesFlag: {
    assumed: `\`activities=${values.activitiesFlag}\` adds to a history what happened, besides what was said.`,
    basis: 'observed',
    source: at('Endpoints'),
    override: 'options.activities',
  },
  assumedTimeZone: {
    assumed: `Times, which carry no zone, are ${values.assumedTimeZone}.`,
    basis: 'inferred',
    source: at('Objects'),
    override: 'options.timeZone',
  },
  channelKinds: {
    assumed: `The types of channels are ${listed(values.channelKinds.keys())}; any other is of unknown kind.`,
    basis: 'inferred',
    source: at('Objects'),
    override: 'normalize.channel.kind, normalize.conversation.channel',
  },
  deliveryWords: {
    assumed: `What became of a message is said by the words ${listed(values.deliveryWords.keys())}; a time of delivery or reading can raise it.`,
    basis: 'inferred',
    source: at('Objects'),
    override: 'normalize.message.delivery',
  },
  noteBody: {
    assumed: `A note is written as an object with the field ${listed(Object.keys(values.noteBody('')))}.`,
    basis: 'inferred',
    source: at('Endpoints'),
  },
  pingFields: {
    assumed: `The block that an owner makes names the contact by its console id, in ${listed(values.pingFields)}.`,
    basis: 'observed',
    source: at('Webhooks'),
  },
  assumedRedeliverStatus: {
    assumed: `A block that is answered with ${values.assumedRedeliverStatus} may be sent again; if it is not, the next round of polling finds what it meant.`,
    basis: 'inferred',
    source: at('Webhooks'),
  },
  senderKinds: {
    assumed: `The types of senders are ${listed(values.senderKinds.keys())}; only \`contact\` is the customer, and anyone else is outbound.`,
    basis: 'inferred',
    source: at('Objects'),
    override: 'normalize.message.author, normalize.message.direction',
  },
  smallestMilliseconds: {
    assumed: 'A deletion is dated in seconds or milliseconds of the epoch, or as every other time.',
    basis: 'inferred',
    source: at('Objects'),
    override: 'normalize.message.deletedAt',
  },
  unsubscribed: {
    assumed: 'Nobody can write to a chat without a subscribed gate.',
    basis: 'observed',
    source: at('Objects'),
    override: 'normalize.conversation.canReply',
  },
  watermarkAt: {
    assumed: 'The watermark of a message is the current time in seconds.',
    basis: 'inferred',
    source: at('Send'),
    override: 'providerOptions.smartsender.watermark',
  },
};

/** Everything that this package takes for true and Smartsender does not document. */
export const assumptions: readonly Assumption[] = [
  ...Object.values(about),
  {
    assumed:
      'A chat that was listed by `state`, or for an operator, has that status or that assignee, though it says neither.',
    basis: 'inferred',
    source: at('Endpoints'),
    override: 'normalize.conversation.status, normalize.conversation.assignee',
  },
  { assumed: 'Chats are listed latest activity first.', basis: 'inferred', source: at('Pagination') },
  { assumed: 'Messages are listed newest first.', basis: 'observed', source: at('Pagination') },
  {
    assumed: 'The unread messages of a listed chat are its `unreadMessages`, else those of its gates together.',
    basis: 'observed',
    source: at('Objects'),
    override: 'normalize.conversation.unreadCount',
  },
  {
    assumed:
      'A message that is `internal`, or whose content is an `action`, says what happened, not what someone wrote.',
    basis: 'inferred',
    source: at('Objects'),
    override: 'normalize.message.kind',
  },
  {
    assumed:
      'The content of a message has the types and parameters that clients read; another type keeps its text, or is an attachment of unknown kind.',
    basis: 'observed',
    source: at('Objects'),
    override: 'normalize.message.text, normalize.message.attachments',
  },
  {
    assumed: 'The keys of `replacement` stand in the text verbatim.',
    basis: 'inferred',
    source: at('Objects'),
    override: 'normalize.message.text',
  },
  {
    assumed: 'A message is edited and deleted through the gate that it names.',
    basis: 'observed',
    source: at('Endpoints'),
  },
  {
    assumed: 'The contact that a message or a note goes to is the `contact.originalId` of the chat.',
    basis: 'observed',
    source: at('Send'),
  },
  {
    assumed: 'A chat can be handed over without a text.',
    basis: 'inferred',
    source: at('Endpoints'),
  },
  {
    assumed: 'Notes are listed in the form of every other list, newest first, and adding one answers the note.',
    basis: 'inferred',
    source: at('Endpoints'),
    override: 'normalize.list, normalize.note.nativeId',
  },
  {
    assumed: 'Whoever wrote a note is an operator.',
    basis: 'inferred',
    source: at('Objects'),
    override: 'normalize.note.author',
  },
  {
    assumed: 'The code in an error is an HTTP status when it looks like one.',
    basis: 'observed',
    source: at('Errors'),
  },
];
