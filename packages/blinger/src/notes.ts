import { type AllHandlers, entityMapper } from '@anyinbox/core/provider';
import type { Connection } from './connection.ts';
import { checkedId } from './ids.ts';
import { accepted, toSentNote } from './sent.ts';
import { writer } from './writer.ts';

/** vendors/blinger.md §Conversation endpoints, send-note. */
export function notes(connection: Connection): Pick<AllHandlers['notes'], 'add'> {
  const { endpoints, normalize } = connection;
  return {
    async add(conversationId, { text, as }, call) {
      const operator_id = writer(connection, as);
      const conversation_id = checkedId(conversationId, 'conversationId');
      const answer = await endpoints.sendNote({ conversation_id, operator_id, text }, call);
      const said = { conversationId, text, agentId: operator_id?.toString() };
      const map = entityMapper(normalize, 'note', (raw, given) => toSentNote(raw, given, said));
      return accepted('note', () => map(answer));
    },
  };
}
