/** Where text goes: `process.stdout`, or whatever a test collects it in. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}
