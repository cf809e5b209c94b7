import * as z from 'zod';

/**
 * One of several strict objects that have no field in common. A field of one of them tells which is meant, so that the issues name the field that is
 * wrong; zod's own union would only say that nothing fits. `problem` is said when no form is meant, or more than one.
 */
export function oneForm<const Forms extends readonly [z.ZodObject, ...z.ZodObject[]]>(forms: Forms, problem: string) {
  return z.custom<z.input<Forms[number]>>(isObject, problem).transform((given, context): z.output<Forms[number]> => {
    const meant = forms.filter(({ shape }) =>
      Object.keys(shape).some((field) => (given as Record<string, unknown>)[field] !== undefined),
    );
    const [form, another] = meant;
    if (form === undefined || another !== undefined) {
      context.issues.push({ code: 'custom', message: problem, input: given });
      return z.NEVER;
    }
    const result = form.safeParse(given);
    if (result.success) return result.data as z.output<Forms[number]>;
    for (const issue of result.error.issues) context.issues.push({ ...issue, input: undefined } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}

/** A string with something in it, that says so when it is missing. */
export function filled() {
  return z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'must be a string') })
    .refine((value) => value.trim() !== '', 'must not be empty');
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
