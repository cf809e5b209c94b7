/** Ends every record of SignalR's JSON protocol. */
const separator = '\u001e';

export interface Frame {
  readonly type?: number;
  readonly protocol?: string;
  readonly invocationId?: string;
}

export function frame(content: object): string {
  return JSON.stringify(content) + separator;
}

/** The records of one WebSocket message; undefined when it is not made of whole JSON objects. */
export function framesIn(text: string): Frame[] | undefined {
  if (!text.endsWith(separator)) return undefined;
  try {
    const frames: unknown[] = text
      .slice(0, -1)
      .split(separator)
      .map((record) => JSON.parse(record));
    return frames.every((item): item is Frame => typeof item === 'object' && item !== null) ? frames : undefined;
  } catch {
    return undefined;
  }
}
