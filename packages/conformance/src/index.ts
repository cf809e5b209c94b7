export { calls } from './calls.ts';
export type { TestRunner } from './runner.ts';
export { type StoreTarget, testStore } from './store/index.ts';
export type { KnownThings, Proof, ProviderTarget, RunningVendor, SkippableTest, Subject } from './target.ts';
export { testProvider } from './test-provider.ts';
export { editedText, sentFile, sentText } from './texts.ts';
