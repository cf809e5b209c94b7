/**
 * A vendor's object is not what we expect. `appeared`: a field that we do not know. `vanished`: a documented field is missing.
 * `changed-type`: a field holds another type, named in `actual`. `unrecognised`: no known spelling of a field was found. Never a value.
 */
export interface Drift {
  readonly entity: string;
  readonly field: string;
  readonly change: 'appeared' | 'vanished' | 'changed-type' | 'unrecognised';
  readonly actual?: string;
}

export interface ReportDrift {
  (drift: Drift): void;
  /** False while nobody listens: comparing can then be spared. */
  isWatched?(): boolean;
}
