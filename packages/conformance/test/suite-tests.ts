import { type ProviderTarget, type TestRunner, testProvider } from '@anyinbox/conformance';

/** The suite's tests of a target, by their group and name; the group of all is left out. */
export function suiteTests(target: ProviderTarget): ReadonlyMap<string, () => Promise<void>> {
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
  testProvider(collect, target);
  return tests;
}
