import { invalidRequest, type SendAs } from '@anyinbox/core/provider';
import { isEmail } from './email.ts';

/** How the vendor is told who writes (vendors/brevo.md §2, note on #1). */
export interface AgentFields {
  readonly agentId?: string | undefined;
  readonly agentEmail?: string | undefined;
  readonly agentName?: string | undefined;
  readonly receivedFrom?: string | undefined;
}

/** In whose name to write: what the call says, else what the configuration says. Refused when nobody is named, or not wholly. */
export function identityOf(as: SendAs | undefined, configured: SendAs | undefined): SendAs {
  const identity = as ?? configured;
  if (identity === undefined)
    throw invalidRequest(
      'Brevo needs to know who writes: neither `as` nor options.agent names an agent',
      'Pass as: { agentId } or as: { name, email }, or set options.agent of the connection.',
    );
  const [problem] = problemsOf(identity);
  if (problem !== undefined) throw invalidRequest(`as.${problem}`);
  return identity;
}

/** The marker goes with an agent's id too, which the vendor's examples show to be valid (vendors/brevo.md §2, note on #1). */
export function agentFields(identity: SendAs, receivedFrom: string): AgentFields {
  return identity.agentId === undefined
    ? { agentEmail: identity.email, agentName: identity.name, receivedFrom }
    : { agentId: identity.agentId, receivedFrom };
}

function problemsOf({ agentId, name, email }: Partial<Record<'agentId' | 'name' | 'email', string>>): string[] {
  if (agentId !== undefined) return agentId.trim() === '' ? ['agentId is empty'] : [];
  return [
    ...(name?.trim() ? [] : ['name is missing or empty: a person needs a name and an email']),
    ...(email && isEmail(email) ? [] : ['email is missing or not an e-mail address']),
  ];
}
