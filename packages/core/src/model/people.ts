/** The customer. A field that the vendor does not give is absent; one that is known to be empty is null. */
export interface Contact {
  readonly id?: string;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly avatarUrl?: string | null;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** A person (or bot account) who answers. */
export interface Agent {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly avatarUrl?: string;
  readonly online?: boolean;
  readonly raw?: unknown;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly raw?: unknown;
}
