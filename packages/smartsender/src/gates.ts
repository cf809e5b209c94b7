import { type CanReply, type ConversationChannel, defined, readEntity, typeName } from '@anyinbox/core/provider';
import { unsubscribed } from './assumptions.ts';
import { channelKind } from './channel.ts';
import type { MappingContext } from './mapping-context.ts';
import { gateSchema, type SmartsenderGate } from './schemas.ts';

/** Through which a contact can be reached. `whole`: every one could be read. */
export interface Gates {
  readonly gates: readonly SmartsenderGate[];
  readonly whole: boolean;
}

/** The gates of a chat, each read by itself, so that one that is none hides no other; undefined when the chat does not say. */
export function readGates(chat: unknown, { reportDrift }: MappingContext): Gates | undefined {
  const { gates: list } = chat as { readonly gates?: unknown };
  if (!Array.isArray(list)) return undefined;
  const gates = list
    .filter((gate) => typeName(gate) === 'object')
    .map((gate) =>
      readEntity('conversation', gateSchema, gate, (drift) => reportDrift({ ...drift, field: `gates.${drift.field}` })),
    );
  const whole = gates.length === list.length;
  if (!whole) reportDrift({ entity: 'conversation', field: 'gates', change: 'unrecognised' });
  return { gates, whole };
}

/** A subscribed gate goes before one that is not. */
export function toConversationChannel(read: Gates | undefined): ConversationChannel {
  const gate = read?.gates.find(({ subscribed }) => subscribed === true) ?? read?.gates[0];
  const channel = gate?.channel;
  if (!channel) return { kind: 'unknown' };
  return defined({
    id: channel.id ?? undefined,
    kind: channelKind(channel.type),
    nativeKind: channel.type ?? undefined,
    name: channel.name ?? undefined,
  });
}

/** The sum over all gates; undefined when one of them does not say. */
export function unreadIn(read: Gates | undefined): number | undefined {
  if (!read?.whole) return undefined;
  const counts = read.gates.flatMap((gate) => gate.unreadMessages ?? []);
  return counts.length < read.gates.length ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

export function canReply(read: Gates | undefined): CanReply | undefined {
  if (read?.gates.some(({ subscribed }) => subscribed === true)) return { allowed: true };
  return read?.whole && read.gates.every(({ subscribed }) => subscribed === false) ? unsubscribed : undefined;
}
