export const exitCodes = {
  ok: 0,
  /** A step failed, or the command line is wrong. */
  failed: 1,
  /** Nobody can say whether a write happened. */
  unknown: 3,
  /** By Ctrl-C, as shells count it: 128 + SIGINT. */
  interrupted: 130,
} as const;
