import type { TextStream } from '../../src/output/text-stream.ts';

export interface Capture extends TextStream {
  text(): string;
  lines(): string[];
}

/** A stream that remembers what was written to it. */
export function capture(properties: Pick<TextStream, 'isTTY' | 'columns'> = {}): Capture {
  const chunks: string[] = [];
  const text = () => chunks.join('');
  return { ...properties, write: (chunk) => chunks.push(chunk), text, lines: () => text().split('\n') };
}
