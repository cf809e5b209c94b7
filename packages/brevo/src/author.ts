import { type Author, defined, webUrl } from '@anyinbox/core/provider';
import type { BrevoMessage } from './schemas.ts';

/** vendors/brevo.md §2.1: the contact's id is the visitor's; agents are named only on their own messages. */
export function toAuthor(message: BrevoMessage): Author {
  if (message.type === 'visitor') return defined({ kind: 'contact' as const, id: message.visitorId ?? undefined });
  return defined({
    kind: outboundKind(message),
    id: message.agentId ?? undefined,
    name: message.agentName ?? undefined,
    avatarUrl: webUrl(message.agentUserpic),
  });
}

function outboundKind({ type, isBot, agentId }: BrevoMessage): Author['kind'] {
  if (isBot === true) return 'bot';
  return type === 'agent' || agentId ? 'agent' : 'unknown';
}

/** A pushed message, a trigger or a bot; nothing is said of what people wrote. */
export function isAutomated({ isPushed, isTrigger, isBot }: BrevoMessage): true | undefined {
  return isPushed === true || isTrigger === true || isBot === true ? true : undefined;
}
