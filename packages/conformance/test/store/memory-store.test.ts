import { testStore } from '@anyinbox/conformance';
import { createMemoryStore } from '@anyinbox/core';
import { describe, it } from 'vitest';

testStore({ describe, it, skip: it.skip }, { name: 'in memory', open: async () => createMemoryStore() });
