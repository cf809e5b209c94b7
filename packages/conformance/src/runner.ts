/**
 * The test functions of whatever runner the caller uses. With vitest: `{ describe, it, skip: it.skip }`; with node:test the same, from
 * `node:test`.
 */
export interface TestRunner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>): unknown;
  /** Must show the name: it says why. */
  skip(name: string, body: () => void): unknown;
}
