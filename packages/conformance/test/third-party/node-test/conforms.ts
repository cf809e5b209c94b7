import { describe, it } from 'node:test';
import { testProvider } from '@anyinbox/conformance';
import { pigeonDeskTarget } from '../target.ts';

testProvider({ describe, it, skip: it.skip }, pigeonDeskTarget);
