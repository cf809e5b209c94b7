export type Painter = (text: string) => string;

export interface Paint {
  readonly bold: Painter;
  readonly dim: Painter;
  readonly green: Painter;
  readonly yellow: Painter;
  readonly red: Painter;
}

export function createPaint(colours: boolean): Paint {
  const between = (on: number, off: number): Painter =>
    colours ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
  return {
    bold: between(1, 22),
    dim: between(2, 22),
    green: between(32, 39),
    yellow: between(33, 39),
    red: between(31, 39),
  };
}
