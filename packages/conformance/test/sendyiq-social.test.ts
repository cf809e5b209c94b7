import { testProvider } from '@anyinbox/conformance';
import { describe, it } from 'vitest';
import { sendyiqSocialTarget } from './targets/sendyiq.ts';

testProvider({ describe, it, skip: it.skip }, sendyiqSocialTarget);
