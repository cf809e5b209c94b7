/** What the vendor has in its database, in the form in which it answers (`FACTS.md` §4 to §8). Times are Unix seconds. */
export interface State {
  readonly threads: Thread[];
  readonly letters: Letter[];
  readonly remarks: Remark[];
  readonly lofts: readonly Loft[];
  readonly keepers: readonly Keeper[];
  readonly flocks: readonly Flock[];
  /** The vendor's clock: every event is a minute after the one before it. */
  clock: number;
}

export interface Thread {
  readonly key: string;
  readonly topic: string | null;
  state: 'flying' | 'landed';
  readonly loft: { readonly key: string; readonly medium: string; readonly title: string };
  readonly sender: { readonly key: string; readonly name: string; readonly mail: string | null };
  keeper: { readonly key: string; readonly name: string } | null;
  flock: Flock | null;
  unseen: number;
  readonly started: number;
  moved: number;
  readonly page_ticket: string;
}

export interface Letter {
  readonly key: string;
  readonly thread: string;
  readonly from: 'sender' | 'keeper' | 'robot';
  readonly keeper: string | null;
  body: string;
  readonly written: number;
  corrected: number | null;
  withdrawn: number | null;
}

export interface Remark {
  readonly key: string;
  readonly thread: string;
  readonly keeper: string | null;
  readonly body: string;
  readonly written: number;
}

export interface Loft {
  readonly key: string;
  readonly medium: string;
  readonly title: string;
  readonly awake: boolean;
  readonly hook_secret: string;
}

export interface Keeper {
  readonly key: string;
  readonly name: string;
  readonly mail: string;
  readonly perched: boolean;
}

export interface Flock {
  readonly key: string;
  readonly title: string;
}
