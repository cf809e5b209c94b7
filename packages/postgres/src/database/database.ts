export type Value = string | number | boolean | null;

/** Where statements run one after the other. */
export interface Session {
  query<Row extends object>(text: string, values?: readonly Value[]): Promise<readonly Row[]>;
}

/** PostgreSQL, wherever it runs. Errors come out as the driver throws them. */
export interface Database extends Session {
  /** One transaction at READ COMMITTED: the statements of `first`, then `work`. What throws undoes it. */
  transaction<T>(first: string, work: (session: Session) => Promise<T>): Promise<T>;
  /** Calls back with the payload when the channel was notified, and without when it may have been unnoticed. Never throws: it tries again. */
  listen(channel: string, wake: (payload?: string) => void): () => Promise<void>;
  /** Lets go of what was opened here. */
  close(): Promise<void>;
}
