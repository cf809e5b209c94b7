import type { Note } from '../model/index.ts';
import type { AllHandlers, Operation } from '../provider/index.ts';
import { chooseAuthor } from './author.ts';
import type { Connection } from './connection.ts';
import type { InboxMethods } from './inbox.ts';
import { check, inputs } from './input.ts';
import { createLocalizer } from './localize.ts';
import { createNativeListing, type PreparedList, prepareList } from './native-listing.ts';

export function createNotes(
  connection: Connection,
  handlers: () => AllHandlers['notes'],
): InboxMethods<Operation>['notes'] {
  return {
    add: (conversationId, note, options) =>
      connection.run('notes.add', options, async (call) => {
        const { limits } = connection.demand('notes.add');
        const { text } = check(inputs.text, 'note', note);
        const { as } = check(inputs.sendOptions.omit({ key: true }), 'options', options ?? {});
        const nativeId = connection.nativeId(conversationId, 'conversationId');
        const added = await handlers().add(
          nativeId,
          { text, as: chooseAuthor(connection, 'notes.add', limits, as) },
          call,
        );
        return createLocalizer(connection, { source: 'send', raw: false }).note(added, nativeId);
      }),

    list: (conversationId, input) =>
      createNativeListing(connection, 'notes.list', input, () =>
        prepareNotes(connection, handlers, conversationId, input),
      ),
  };
}

/** The notes of a conversation, the input checked. */
export function prepareNotes(
  connection: Connection,
  handlers: () => AllHandlers['notes'],
  conversationId: unknown,
  input: unknown,
): PreparedList<Note> {
  return prepareList(connection, 'notes.list', () => {
    const options = check(inputs.listOptions, 'options', input ?? {});
    const nativeId = connection.nativeId(conversationId, 'conversationId');
    return {
      options,
      query: nativeId,
      fetch: (page, call) => handlers().list(nativeId, page, call),
      localize: (native, localizer) => localizer.note(native, nativeId),
    };
  });
}
