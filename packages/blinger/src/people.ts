import type { AllHandlers } from '@anyinbox/core/provider';
import type { Connection } from './connection.ts';

/** vendors/blinger.md §Operators: both lists come whole. */
export function agents({ directory }: Connection): Pick<AllHandlers['agents'], 'list'> {
  return { list: async (_page, call) => directory.agents(call) };
}

export function groups({ directory }: Connection): AllHandlers['groups'] {
  return { list: async (_page, call) => directory.groups(call) };
}
