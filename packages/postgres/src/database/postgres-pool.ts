/** What is needed of a `Pool` of the package pg. */
export interface PostgresPool {
  /** How it connects: listening takes a connection of its own. */
  readonly options: object;
  connect(): Promise<PostgresClient>;
  on(event: 'error', listener: () => void): unknown;
  off(event: 'error', listener: () => void): unknown;
}

export interface PostgresClient {
  query(config: {
    readonly text: string;
    readonly values?: unknown[];
    readonly query_timeout: number;
  }): Promise<{ readonly rows: readonly object[] }>;
  release(destroy?: boolean): void;
  on(event: 'error', listener: () => void): unknown;
  off(event: 'error', listener: () => void): unknown;
}
