import type { AnyProvider, Inbox, Operation } from '@anyinbox/core';

/** What stands at the vendor when it starts, in the vendor's ids. */
export interface KnownThings {
  /** An open conversation that can be replied to; where messages can be listed, with at least two. */
  readonly conversation: string;
  /** For `conversations.reopen`, and for what lists and shows closed ones. */
  readonly closedConversation?: string;
  /** For `conversations.assign.agent` (to whom the conversation is not assigned yet), `agents.setOnline`, and what is done in the name of an agent. */
  readonly agent?: string;
  readonly group?: string;
  readonly channel?: string;
  /** Of `conversation`; for `messages.get`, `edit` and `delete`. Default: one that the suite sends. Needed when `messages.get` is the only read. */
  readonly message?: string;
}

/** A vendor that runs: an emulator on this machine. */
export interface RunningVendor {
  /** `http://127.0.0.1:port`. The suite puts a proxy before it, which counts requests and breaks them on purpose. */
  readonly url: string;
  readonly known: KnownThings;
  close(): Promise<unknown>;
}

/** What a proof gets to work with. */
export interface Subject<V extends RunningVendor = RunningVendor> {
  readonly inbox: Inbox;
  readonly vendor: V;
  readonly known: KnownThings;
  /** Our id for one of the vendor's. */
  id(nativeId: string): string;
}

/** That an operation works. */
export interface Proof<V extends RunningVendor> {
  /** Instead of the suite's own call, of the same known things. Resolves with the operation's result. */
  call?(subject: Subject<V>): PromiseLike<unknown>;
  /** Looks at the vendor after a write, and throws when it did not happen. Required for writes. */
  effect?(subject: Subject<V>, result: unknown): unknown;
  /** Shows the limit, and throws when there is none. Required when the level is `partial`, forbidden when it is `full`. */
  limit?(subject: Subject<V>): unknown;
}

/**
 * A provider and its vendor, as its author knows them. `proofs` is kept apart from the provider's declaration on purpose: what is declared must
 * be proven, and what is proven must be declared.
 */
export interface ProviderTarget<V extends RunningVendor = RunningVendor> {
  readonly provider: AnyProvider;
  /** A fresh vendor. Called for every test. */
  start(): Promise<V>;
  /** The configuration that leads to a vendor at `url`. */
  configure(url: string): { readonly credentials: object; readonly options?: object };
  /** Credentials, and whatever else must never be printed nor stand in `raw`. */
  readonly secrets: readonly string[];
  readonly proofs: { readonly [O in Operation]?: Proof<V> };
  /** What a store makes possible: the operations that the mirror serves. Apart from the declaration for the same reason. Default: none. */
  readonly mirrored?: readonly Operation[];
  /** The vendor's error envelope for a status. Default: `{}`. */
  readonly errorBody?: (status: number) => unknown;
  /**
   * How an id stands on the wire, where that is not as it is: for ids that a provider puts together. Default: as it is.
   */
  readonly wireId?: (nativeId: string, thing: keyof KnownThings) => string;
  /** What the vendor might answer to a write that it took, and that names nothing that was made. Default: `{}`. */
  readonly acceptedButUnreadable?: unknown;
  /** What this vendor cannot be asked, with the reason: shown as a skipped test. */
  readonly skip?: { readonly [name in SkippableTest]?: string };
}

export type SkippableTest = 'resume' | 'order' | 'cancel' | 'wrong-types';
