/** A step of the demo failed: its name, where it was, and why in `cause`. */
export class StepError extends Error {
  readonly step: string;
  /** The tenant and its vendor; absent outside of an inbox. */
  readonly place: string | undefined;

  constructor(step: string, cause: unknown, place?: string) {
    super(`The step "${step}" failed`, { cause });
    this.name = 'StepError';
    this.step = step;
    this.place = place;
  }
}

/** Runs a part of the demo; whatever it throws says in which step it happened. */
export async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StepError ? error : new StepError(name, error);
  }
}

/** Fails the step when what the vendor said it did cannot be seen. */
export function prove(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
