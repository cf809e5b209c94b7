import { InboxError } from '@anyinbox/core';
import { describeIssue, issuesOf } from './issues.ts';
import { type Configuration, configuration } from './schema.ts';

/** Throws `invalid-config`, naming every wrong field by its path and no value. */
export function parseConfiguration(value: unknown): Configuration {
  const result = configuration.safeParse(value);
  if (result.success) return result.data;
  throw new InboxError(`Wrong configuration. ${issuesOf(result.error.issues).map(describeIssue).join('; ')}`, {
    code: 'invalid-config',
    blame: 'caller',
  });
}
