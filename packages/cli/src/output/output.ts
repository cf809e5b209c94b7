import { createPaint, type Paint } from './paint.ts';
import type { TextStream } from './text-stream.ts';

/** The only way by which this package prints. */
export interface Output {
  /** Columns that a table may take. */
  readonly width: number;
  readonly paint: Paint;
  line(text?: string): void;
}

const narrowest = 80;
const widest = 100;

export function createOutput(stream: TextStream, environment: Readonly<Record<string, string | undefined>>): Output {
  // https://no-color.org: any value but the empty one.
  const colours = stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return {
    width: Math.min(widest, Math.max(narrowest, stream.columns ?? narrowest)),
    paint: createPaint(colours),
    line: (text = '') => {
      stream.write(`${text}\n`);
    },
  };
}
