import { testProvider } from '@anyinbox/conformance';
import { describe, it } from 'vitest';
import { blingerTarget } from './targets/blinger.ts';

testProvider({ describe, it, skip: it.skip }, blingerTarget);
