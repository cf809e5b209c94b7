import { afterEach, beforeEach, expect, vi } from 'vitest';

// A library that prints is a bug; a test that prints hides one.
const methods = ['log', 'info', 'debug', 'warn', 'error'] as const;

beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method);
});

afterEach(() => {
  const printed = methods.filter(
    (method) => vi.isMockFunction(console[method]) && vi.mocked(console[method]).mock.calls.length > 0,
  );
  vi.restoreAllMocks();
  expect(printed, 'console methods that were called during the test').toEqual([]);
});
