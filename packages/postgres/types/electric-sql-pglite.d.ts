/** The part of PGlite that is used here. Its own typings need those of the DOM and of emscripten, which a server has no use for. */
export interface Queries {
  query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
  exec(text: string): Promise<unknown>;
}

export declare class PGlite implements Queries {
  static create(dataDir: string): Promise<PGlite>;
  query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
  exec(text: string): Promise<unknown>;
  transaction<T>(work: (transaction: Queries) => Promise<T>): Promise<T>;
  listen(channel: string, callback: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
