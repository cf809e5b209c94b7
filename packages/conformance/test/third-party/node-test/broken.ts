import { describe, it } from 'node:test';
import { testProvider } from '@anyinbox/conformance';
import { pigeonDesk } from '../provider/pigeon-desk.ts';
import { pigeonDeskTarget } from '../target.ts';

/** A provider that says it deleted a message, and did not. */
const liar: typeof pigeonDesk = {
  ...pigeonDesk,
  connect(context) {
    const { handlers, native } = pigeonDesk.connect(context);
    const messages = handlers.messages && { ...handlers.messages, delete: () => Promise.resolve() };
    return { handlers: { ...handlers, ...(messages && { messages }) }, native };
  },
};

testProvider({ describe, it, skip: it.skip }, { ...pigeonDeskTarget, provider: liar });
