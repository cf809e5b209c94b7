import { testProvider } from '@anyinbox/conformance';
import { describe, it } from 'vitest';
import { sendyiqChatTarget } from './targets/sendyiq.ts';

testProvider({ describe, it, skip: it.skip }, sendyiqChatTarget);
