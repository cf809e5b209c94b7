import { testProvider } from '@anyinbox/conformance';
import { describe, it } from 'vitest';
import { brevoTarget } from './targets/brevo.ts';

testProvider({ describe, it, skip: it.skip }, brevoTarget);
