import { InboxError } from '../errors/index.ts';
import type { Draft, Message } from '../model/index.ts';
import type { AllHandlers, CapabilityLimits, NativeDraft, Operation } from '../provider/index.ts';
import { chooseAuthor } from './author.ts';
import { cannot } from './cannot.ts';
import type { Connection } from './connection.ts';
import type { InboxMethods } from './inbox.ts';
import { check, inputs } from './input.ts';
import { createLocalizer } from './localize.ts';
import { createNativeListing, type PreparedList, prepareList } from './native-listing.ts';

type Messages = InboxMethods<Operation>['messages'];

export function createMessages(connection: Connection, handlers: () => AllHandlers['messages']): Messages {
  return {
    list: (conversationId, input) =>
      createNativeListing(connection, 'messages.list', input, () =>
        prepareMessages(connection, handlers, conversationId, input),
      ),

    get: (id, options) =>
      connection.run('messages.get', options, async (call) => {
        connection.demand('messages.get');
        const { include } = check(inputs.readOptions, 'options', options ?? {});
        const { conversationId, ...native } = await handlers().get(connection.nativeId(id), call);
        const localizer = createLocalizer(connection, { source: 'live', raw: include?.includes('raw') ?? false });
        return localizer.message(native, conversationId);
      }),

    send: (conversationId, input, options) =>
      connection.run('messages.send', options, async (call) => {
        const { providerOptions, ...content }: Draft = check(inputs.draft, 'draft', input);
        const { key, as } = check(inputs.sendOptions, 'options', options ?? {});
        if (key !== undefined) throw keyNeedsStore();
        const operation = content.attachments?.length ? 'messages.send.file' : 'messages.send.text';
        const { limits } = connection.demand(operation);
        const automated = content.automated ? connection.demand('messages.send.automated') : undefined;
        checkLimits(content, operation, limits);
        const nativeId = connection.nativeId(conversationId, 'conversationId');
        const author = chooseAuthor(connection, operation, (automated ?? { limits }).limits, as);
        const draft: NativeDraft = { ...content, as: author, options: providerOptions?.[connection.provider] };
        const sent = await handlers().send(nativeId, draft, call);
        return createLocalizer(connection, { source: 'send', raw: false }).message(sent, nativeId);
      }),

    edit: (id, change, options) =>
      connection.run('messages.edit', options, (call) => {
        connection.demand('messages.edit');
        check(inputs.callOptions, 'options', options ?? {});
        return handlers().edit(connection.nativeId(id), check(inputs.text, 'change', change), call);
      }),

    delete: (id, options) =>
      connection.run('messages.delete', options, (call) => {
        connection.demand('messages.delete');
        check(inputs.callOptions, 'options', options ?? {});
        return handlers().delete(connection.nativeId(id), call);
      }),
  };
}

/** Refuses what the vendor cannot carry, naming the limit: a part that is dropped silently is a message that nobody meant. */
function checkLimits(draft: Draft, operation: Operation, limits: CapabilityLimits | undefined): void {
  const attachments = draft.attachments ?? [];
  if (limits?.attachments !== undefined && attachments.length > limits.attachments)
    throw cannot(operation, `more than ${limits.attachments} attachment(s)`);
  if (limits?.caption === false && attachments.length > 0 && draft.text !== undefined)
    throw cannot(operation, 'a text with an attachment');
  for (const { kind = 'file' } of attachments)
    if (limits?.kinds && !limits.kinds.includes(kind)) throw cannot(operation, `an attachment of kind ${kind}`);
  if (limits?.names === false && attachments.some((attachment) => 'url' in attachment && attachment.name !== undefined))
    throw cannot(operation, 'the name of a file');
}

function keyNeedsStore(): InboxError {
  return new InboxError('options.key needs a store, which remembers what was sent', {
    code: 'unsupported',
    blame: 'caller',
    hint: 'Without a store leave the key out, and look at `outcome` before you repeat a send.',
  });
}

/** The messages of a conversation, the input checked. */
export function prepareMessages(
  connection: Connection,
  handlers: () => AllHandlers['messages'],
  conversationId: unknown,
  input: unknown,
): PreparedList<Message> {
  return prepareList(connection, 'messages.list', () => {
    const options = check(inputs.listOptions, 'options', input ?? {});
    const nativeId = connection.nativeId(conversationId, 'conversationId');
    return {
      options,
      query: nativeId,
      fetch: (page, call) => handlers().list(nativeId, page, call),
      localize: (native, localizer) => localizer.message(native, nativeId),
    };
  });
}
