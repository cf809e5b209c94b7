import type * as z from 'zod';

/** Field name to messages, as validating frameworks report it; unknown fields are reported under their own names. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || 'body'];
    for (const name of names) {
      fields[name] = [...(fields[name] ?? []), issue.message];
    }
  }
  return fields;
}
