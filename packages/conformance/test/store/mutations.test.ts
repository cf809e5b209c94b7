import { type StoreTarget, type TestRunner, testStore } from '@anyinbox/conformance';
import { createMemoryStore, type Store } from '@anyinbox/core';
import { describe, expect, it } from 'vitest';
import { faults } from './broken-stores.ts';

/** The suite's tests of a store, by their group and name; the group of all is left out. */
function testsOf(target: StoreTarget): ReadonlyMap<string, () => Promise<void>> {
  const tests = new Map<string, () => Promise<void>>();
  const groups: string[] = [];
  const collect: TestRunner = {
    describe(name, body) {
      groups.push(name);
      body();
      groups.pop();
    },
    it: (name, body) => tests.set([...groups.slice(1), name].join(' > '), body),
    skip: () => {},
  };
  testStore(collect, target);
  return tests;
}

function testNamed(name: RegExp, change: (store: Store) => Partial<Store>): () => Promise<void> {
  const open = async () => {
    const store = createMemoryStore();
    return { ...store, ...change(store) };
  };
  const [test] = [...testsOf({ name: 'of a test', open })].flatMap(([title, body]) => (name.test(title) ? [body] : []));
  if (!test) throw new Error(`the suite has no test ${name}`);
  return test;
}

describe('the suite notices a store that', () => {
  it.for(faults)('%s', { timeout: 20_000 }, async ([, test, change]) => {
    await testNamed(test, () => ({}))();
    await expect(testNamed(test, change)()).rejects.toThrow();
  });
});
