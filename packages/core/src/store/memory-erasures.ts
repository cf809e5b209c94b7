import type { LogEntry } from './store.ts';

/** What of one connection must not come back. */
export function createErasures() {
  const conversations = new Map<string, string>();
  const contacts = new Map<string, string>();
  const remember = (known: Map<string, string>, ids: Iterable<string>, until: string) => {
    for (const id of ids) if ((known.get(id) ?? '') < until) known.set(id, until);
  };
  return {
    add(conversationIds: Iterable<string>, contactIds: Iterable<string>, until: string): void {
      remember(conversations, conversationIds, until);
      remember(contacts, contactIds, until);
    },
    holds({ event, conversationId = '', contactId = '' }: LogEntry): boolean {
      const until = [conversations.get(conversationId) ?? '', contacts.get(contactId) ?? ''];
      return until.some((time) => time >= event.occurredAt);
    },
  };
}
