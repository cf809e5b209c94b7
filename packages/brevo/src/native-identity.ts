import type * as z from 'zod';
import { email } from './email.ts';
import { filled } from './forms.ts';

/** The agent in the vendor's words. Its schema marks all as optional, but the rule is `agentId`, or all of the others (vendors/brevo.md §2 #1). */
export const identityFields = {
  agentId: filled().optional(),
  agentEmail: email().optional(),
  agentName: filled().optional(),
  receivedFrom: filled().optional(),
};

type Identity = { readonly [Field in keyof typeof identityFields]?: string | undefined };

export function requireIdentity(identity: Identity, context: z.core.$RefinementCtx<Identity>): void {
  if (identity.agentId !== undefined) return;
  for (const field of ['agentEmail', 'agentName', 'receivedFrom'] as const)
    if (identity[field] === undefined)
      context.addIssue({ code: 'custom', path: [field], message: 'is missing, and so is agentId' });
}
