import type { Channel } from '../model/index.ts';
import type { AllHandlers, Operation } from '../provider/index.ts';
import { cannot } from './cannot.ts';
import type { Connection } from './connection.ts';
import type { InboxMethods } from './inbox.ts';
import { check, inputs } from './input.ts';
import { createLocalizer } from './localize.ts';
import { createNativeListing, type PreparedList, prepareList } from './native-listing.ts';

type Channels = InboxMethods<Operation>['channels'];

export function createChannels(connection: Connection, handlers: () => AllHandlers['channels']): Channels {
  /** The methods that take an id and nothing else. */
  const byId = (method: 'delete' | 'rotateToken'): Channels['delete'] => {
    const operation = `channels.${method}` as const;
    return (id, options) =>
      connection.run(operation, options, (call) => {
        connection.demand(operation);
        check(inputs.callOptions, 'options', options ?? {});
        return handlers()[method](connection.nativeId(id), call);
      });
  };

  return {
    list: (input) =>
      createNativeListing(connection, 'channels.list', input, () => prepareChannels(connection, handlers, input)),

    get: (id, options) =>
      connection.run('channels.get', options, async (call) => {
        connection.demand('channels.get');
        const { include } = check(inputs.readOptions, 'options', options ?? {});
        const native = await handlers().get(connection.nativeId(id), call);
        return createLocalizer(connection, { source: 'live', raw: include?.includes('raw') ?? false }).channel(native);
      }),

    createWebsite: (draft, options) =>
      connection.run('channels.createWebsite', options, async (call) => {
        connection.demand('channels.createWebsite');
        check(inputs.callOptions, 'options', options ?? {});
        const { providerOptions, ...content } = check(inputs.websiteDraft, 'draft', draft);
        const native = await handlers().createWebsite(
          { ...content, options: providerOptions?.[connection.provider] },
          call,
        );
        return createLocalizer(connection, { source: 'send', raw: false }).channel(native);
      }),

    update: (id, patch, options) =>
      connection.run('channels.update', options, (call) => {
        const { limits } = connection.demand('channels.update');
        check(inputs.callOptions, 'options', options ?? {});
        const { providerOptions, ...content } = check(inputs.channelPatch, 'patch', patch);
        for (const field of ['name', 'active'] as const)
          if (content[field] !== undefined && !limits?.fields?.includes(field))
            throw cannot('channels.update', `the field ${field}`);
        return handlers().update(
          connection.nativeId(id),
          { ...content, options: providerOptions?.[connection.provider] },
          call,
        );
      }),

    delete: byId('delete'),
    rotateToken: byId('rotateToken'),

    setAiAgent: (id, state, options) =>
      connection.run('channels.setAiAgent', options, (call) => {
        connection.demand('channels.setAiAgent');
        check(inputs.callOptions, 'options', options ?? {});
        return handlers().setAiAgent(connection.nativeId(id), check(inputs.enabled, 'state', state), call);
      }),
  };
}

/** The list of channels, its input checked. */
export function prepareChannels(
  connection: Connection,
  handlers: () => AllHandlers['channels'],
  input: unknown,
): PreparedList<Channel> {
  return prepareList(connection, 'channels.list', () => ({
    options: check(inputs.listOptions, 'options', input ?? {}),
    query: null,
    fetch: (page, call) => handlers().list(page, call),
    localize: (native, localizer) => localizer.channel(native),
  }));
}
