/**
 * Everything an inbox may be able to do. A method with variants has one entry per variant (`messages.send.text`); the method exists when any
 * of its variants does.
 */
export const operations = [
  'conversations.list',
  'conversations.get',
  'conversations.close',
  'conversations.reopen',
  'conversations.markRead',
  'conversations.assign.agent',
  'conversations.assign.group',
  'conversations.unassign',
  'messages.list',
  'messages.get',
  'messages.send.text',
  'messages.send.file',
  'messages.send.automated',
  'messages.edit',
  'messages.delete',
  'notes.add',
  'notes.list',
  'channels.list',
  'channels.get',
  'channels.createWebsite',
  'channels.update',
  'channels.delete',
  'channels.rotateToken',
  'channels.setAiAgent',
  'agents.list',
  'agents.setOnline',
  'groups.list',
] as const;

export type Operation = (typeof operations)[number];

/** The method that carries an operation: `messages.send` for `messages.send.file`. */
export type MethodOf<O extends string> = O extends `${infer Group}.${infer Method}.${string}`
  ? `${Group}.${Method}`
  : O;

export type Method = MethodOf<Operation>;

export interface SupportedCapability extends WithoutStore {
  /** What it becomes when a store is given, where that is more than the vendor alone can do. */
  readonly withStore?: WithoutStore;
}

interface WithoutStore {
  /** `partial`: with the limits that are named. */
  readonly level: 'full' | 'partial';
  /** One vendor call; several put together; or our mirror, which needs a store. */
  readonly via: 'native' | 'composed' | 'mirror';
  /** How sure the fact is: the vendor documents it, others were seen doing it, or it is concluded. */
  readonly basis: 'documented' | 'observed' | 'inferred';
  readonly limits?: CapabilityLimits;
  readonly note?: string;
}

export interface MissingCapability {
  readonly level: 'none';
  /** The vendor has no such thing; we have not built it yet; or no store was given, which would make it work. */
  readonly because: 'vendor' | 'not-yet' | 'store';
  readonly note?: string;
}

export type Capability = SupportedCapability | MissingCapability;

export type Capabilities = Readonly<Record<Operation, Capability>>;

/**
 * What core checks before any request. Absent, `filters`, `as`, `note` and `fields` allow nothing of the kind; the others, when absent, restrict
 * nothing, because the vendor documents no such limit.
 */
export interface CapabilityLimits {
  /** `conversations.list`: the filters it can apply, and the statuses it can filter by. */
  readonly filters?: readonly ('status' | 'channelId' | 'assignee' | 'unread' | 'search')[];
  readonly statuses?: readonly ('open' | 'pending' | 'snoozed' | 'closed')[];
  /** `messages.send.file`: attachments in one message, whether a text may go with them, and which kinds. */
  readonly attachments?: number;
  readonly caption?: boolean;
  readonly kinds?: readonly string[];
  /** False: a file's name cannot be sent. */
  readonly names?: false;
  /** `messages.send.*`, `notes.add`, `conversations.reopen`: in whose name one can do it. Absent: only in the connection's own. */
  readonly as?: readonly ('agent' | 'person')[];
  /** `conversations.assign.*`: whether a note goes with it. */
  readonly note?: boolean;
  /** `channels.update`: the fields it can change. */
  readonly fields?: readonly ('name' | 'active')[];
  /** Items that a list shows at most. */
  readonly items?: number;
}

/** The operations that a declaration supports, as a union of names. */
export type SupportedOperations<C extends Capabilities> = {
  [O in Operation]: C[O] extends MissingCapability ? never : O;
}[Operation];

/** Of these, the ones that need no store. */
export type LiveOperations<C extends Capabilities> = {
  [O in SupportedOperations<C>]: C[O] extends { readonly via: 'mirror' } ? never : O;
}[SupportedOperations<C>];
