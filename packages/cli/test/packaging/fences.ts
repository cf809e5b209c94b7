/** A code block of a document. */
export interface Fence {
  /** What stands after the back ticks: the language, then words of ours. */
  readonly info: readonly string[];
  readonly code: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
}

/** Every fenced code block, in order. Throws for one that is never closed: all that follows would be missed. */
export function readFences(markdown: string): Fence[] {
  const lines = markdown.split('\n');
  const fences: Fence[] = [];
  for (let start = 0; start < lines.length; start++) {
    const [, indent = '', ticks, info = ''] = /^( *)(`{3,}|~{3,})(.*)$/.exec(lines[start] as string) ?? [];
    if (ticks === undefined) continue;
    const length = lines.slice(start + 1).findIndex((line) => line.trim() === ticks);
    if (length < 0) throw new Error(`The code block at line ${start + 1} is never closed`);
    const body = lines.slice(start + 1, start + 1 + length);
    const code = body.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
    fences.push({ info: info.trim().split(/\s+/), code, line: start + 2 });
    start += length + 1;
  }
  return fences;
}
