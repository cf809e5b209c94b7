import type { Agent, Group, SendAs } from '../model/index.ts';
import type { AllHandlers, Operation } from '../provider/index.ts';
import { chooseAuthor } from './author.ts';
import type { Connection } from './connection.ts';
import type { InboxMethods } from './inbox.ts';
import { check, inputs } from './input.ts';
import { createNativeListing, type PreparedList, prepareList } from './native-listing.ts';

export function createAgents(
  connection: Connection,
  handlers: () => AllHandlers['agents'],
): InboxMethods<Operation>['agents'] {
  return {
    list: (input) =>
      createNativeListing(connection, 'agents.list', input, () => prepareAgents(connection, handlers, input)),

    setOnline: (agent, options) =>
      connection.run('agents.setOnline', options, (call) => {
        const { limits } = connection.demand('agents.setOnline');
        check(inputs.callOptions, 'options', options ?? {});
        const who: SendAs = check(inputs.sendAs, 'agent', agent);
        return handlers().setOnline(chooseAuthor(connection, 'agents.setOnline', limits, who) ?? who, call);
      }),
  };
}

export function createGroups(
  connection: Connection,
  handlers: () => AllHandlers['groups'],
): InboxMethods<Operation>['groups'] {
  return {
    list: (input) =>
      createNativeListing(connection, 'groups.list', input, () => prepareGroups(connection, handlers, input)),
  };
}

/** The list of agents, its input checked. */
export function prepareAgents(
  connection: Connection,
  handlers: () => AllHandlers['agents'],
  input: unknown,
): PreparedList<Agent> {
  return prepareList(connection, 'agents.list', () => ({
    options: check(inputs.listOptions, 'options', input ?? {}),
    query: null,
    fetch: (page, call) => handlers().list(page, call),
    localize: (native, localizer) => localizer.agent(native),
  }));
}

/** The list of groups, its input checked. */
export function prepareGroups(
  connection: Connection,
  handlers: () => AllHandlers['groups'],
  input: unknown,
): PreparedList<Group> {
  return prepareList(connection, 'groups.list', () => ({
    options: check(inputs.listOptions, 'options', input ?? {}),
    query: null,
    fetch: (page, call) => handlers().list(page, call),
    localize: (native, localizer) => localizer.group(native),
  }));
}
