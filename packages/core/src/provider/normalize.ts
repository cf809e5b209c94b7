import type { NativeAgent, NativeChannel, NativeConversation, NativeMessage, NativeNote } from './native.ts';

export interface NormalizedEntities {
  conversation: NativeConversation;
  message: NativeMessage;
  note: NativeNote;
  channel: NativeChannel;
  agent: NativeAgent;
}

/**
 * The app's corrections of a provider's mapping, for when a vendor's undocumented shape turns out different: per entity and field, a function
 * of the vendor's object. It returns the field in the vendor's ids, or undefined to leave it to the provider. `list` finds the items of a page
 * in the vendor's body.
 */
export type Normalize = {
  readonly [E in keyof NormalizedEntities]?: {
    readonly [F in keyof NormalizedEntities[E]]?: (raw: unknown) => NormalizedEntities[E][F] | undefined;
  };
} & {
  readonly list?: (body: unknown) => { readonly items: readonly unknown[]; readonly total?: number } | undefined;
};

/** Maps one entity. `given` holds the fields that the app decided: the mapper need not find those. */
export type Mapper<E extends keyof NormalizedEntities> = (
  raw: unknown,
  given: Partial<NormalizedEntities[E]>,
) => NormalizedEntities[E];
