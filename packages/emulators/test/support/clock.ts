export interface TestClock {
  now(): number;
  advance(ms: number): void;
}

/** A clock that moves only when told to. */
export function testClock(start = Date.UTC(2026, 10, 20, 12, 0, 0)): TestClock {
  let time = start;
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
  };
}
