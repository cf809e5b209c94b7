import { type Capabilities, defineProvider, type NativeCalls } from '@anyinbox/core/provider';
import * as z from 'zod';
import { toyCapabilities } from '../support/toy-provider.ts';

const config = z.strictObject({ credentials: z.strictObject({}), options: z.strictObject({}) });
const base = {
  id: 'other',
  name: 'Other',
  specVersion: 1,
  config,
  transport: { baseUrl: () => 'https://example.com', headers: () => ({}) },
} as const;
const native: NativeCalls = {};
const none = { level: 'none', because: 'vendor' } as const;
const nothing = Object.fromEntries(Object.keys(toyCapabilities).map((key) => [key, none])) as {
  [K in keyof Capabilities]: typeof none;
};
const full = { level: 'full', via: 'native', basis: 'documented' } as const;

// Nothing declared, nothing handled.
defineProvider({ ...base, capabilities: nothing, connect: () => ({ handlers: {}, native }) });

defineProvider({
  ...base,
  capabilities: { ...nothing, 'conversations.close': full },
  // @ts-expect-error what is declared must be handled
  connect: () => ({ handlers: {}, native }),
});

defineProvider({
  ...base,
  // @ts-expect-error every operation is declared, if only as none
  capabilities: { 'conversations.close': full },
  connect: () => {
    throw new Error('never called');
  },
});
