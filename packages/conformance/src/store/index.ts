export type { StoreTarget } from './target.ts';
export { testStore } from './test-store.ts';
