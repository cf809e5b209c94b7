import type * as z from 'zod';
import { InboxError } from '../errors/index.ts';
import { describeIssues } from '../provider/index.ts';

/** Names every wrong field and no value. */
export function invalidConfig(provider: string, issues: readonly z.core.$ZodIssue[]): InboxError {
  return new InboxError(`The configuration of ${provider} is wrong. ${describeIssues('', issues).join('; ')}`, {
    code: 'invalid-config',
    blame: 'caller',
    provider,
  });
}
