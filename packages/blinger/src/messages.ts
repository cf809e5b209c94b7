import { type AllHandlers, type Attachment, type Call, entityMapper, type NativeDraft } from '@anyinbox/core/provider';
import type { Connection } from './connection.ts';
import { checkedId } from './ids.ts';
import { sendOptions } from './send-options.ts';
import { accepted, toSentMessage } from './sent.ts';
import { writer } from './writer.ts';

/** vendors/blinger.md §Conversation endpoints, send-message and send-file-message. */
export function messages(connection: Connection): Pick<AllHandlers['messages'], 'send'> {
  const { normalize, now } = connection;
  return {
    async send(conversationId, draft, call) {
      const operator_id = writer(connection, draft.as);
      const attachments = fileOf(draft);
      const answer = await post(connection, {
        conversation_id: checkedId(conversationId, 'conversationId'),
        operator_id,
        draft,
        url: attachments[0]?.url,
        call,
      });
      const said = { conversationId, text: draft.text ?? '', attachments, agentId: operator_id?.toString() };
      const map = entityMapper(normalize, 'message', (raw, given) => toSentMessage(raw, given, said, now()));
      return accepted('message', () => map(answer));
    },
  };
}

interface Send {
  readonly conversation_id: number;
  readonly operator_id: number | undefined;
  readonly draft: NativeDraft;
  readonly url: string | undefined;
  readonly call: Call;
}

function post({ endpoints }: Connection, { draft, url, call, ...rest }: Send): Promise<unknown> {
  const input = { ...rest, ...sendOptions(draft.options) };
  if (url !== undefined) return endpoints.sendFileMessage({ ...input, file_url: url }, call);
  return endpoints.sendMessage({ ...input, text: draft.text ?? '' }, call);
}

/** Only the URL is sent: what kind it is and how it is called is known to us alone. */
function fileOf({ attachments = [] }: NativeDraft): readonly (Attachment & { readonly url: string })[] {
  return attachments.flatMap(({ kind = 'file', ...file }) => ('url' in file ? [{ kind, url: file.url }] : []));
}
