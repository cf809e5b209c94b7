import { testProvider } from '@anyinbox/conformance';
import { describe, it } from 'vitest';
import { smartsenderTarget } from './targets/smartsender.ts';

testProvider({ describe, it, skip: it.skip }, smartsenderTarget);
