/** The part of SignalR's client that is used here. Its own typings need those of the DOM, which a server has no use for. */
export declare enum LogLevel {
  None = 6,
}

export declare enum HttpTransportType {
  WebSockets = 1,
}

export interface ConnectionOptions {
  readonly accessTokenFactory: () => string | Promise<string>;
  readonly skipNegotiation: boolean;
  readonly transport: HttpTransportType;
  readonly timeout?: number;
}

export interface HubConnection {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke(target: string, ...args: unknown[]): Promise<unknown>;
  on(target: string, listener: (...args: unknown[]) => void): void;
  onclose(listener: (error?: Error) => void): void;
}

export declare class HubConnectionBuilder {
  configureLogging(level: LogLevel): this;
  withUrl(url: string, options: ConnectionOptions): this;
  build(): HubConnection;
}
