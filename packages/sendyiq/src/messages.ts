import { entityMapper, type HandlersFor, InboxError, mapItems, readInput } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Area } from './area.ts';
import { messageFields } from './assumptions/index.ts';
import type { capabilities } from './capabilities.ts';
import type { Context } from './config.ts';
import { readConversation } from './conversations.ts';
import { findEntity } from './envelope.ts';
import { overriddenList } from './list-envelope.ts';
import { messageMapper } from './message.ts';
import { findMessages, newestFirst } from './message-history.ts';
import { refusePosition } from './position.ts';
import { noOptions } from './provider-options.ts';
import { sentMessageMapper } from './sent-message.ts';
import { readTaken } from './taken.ts';

const ids = messageFields.nativeId.spellings;

/** vendors/sendyiq.md §Endpoints. There is no list of messages: they are read from the conversation, if it carries them. */
export function messageHandlers(
  { normalize, reportDrift, now }: Context,
  area: Area,
): HandlersFor<typeof capabilities>['messages'] {
  const toMessage = entityMapper(normalize, 'message', messageMapper(reportDrift, now));

  return {
    async list(conversationId, request, call) {
      refusePosition(request);
      const body = await call.request(readConversation(area, conversationId));
      const messages = overriddenList(body, normalize)?.items ?? findMessages(body);
      if (messages === undefined) throw noMessages();
      const mapped = mapItems('message', messages, toMessage, reportDrift);
      return { ...mapped, items: newestFirst(mapped.items) };
    },
    async send(conversationId, { text = '', options = {} }, call) {
      readInput(noOptions, options, `providerOptions.${area.provider}`);
      const body = await call.request({
        method: 'POST',
        path: `${area.conversations}/{conversationId}/messages`,
        params: { conversationId },
        body: { text },
        effect: 'send',
        response: z.unknown(),
        anyText: true,
      });
      const toSent = entityMapper(normalize, 'message', sentMessageMapper({ conversationId, text }, reportDrift, now));
      return readTaken(
        () => toSent(findEntity(body, 'message', ids)),
        'The vendor took the message, but its answer holds no recognisable id',
        'Do not send it again. Say where the id is with the `normalize.message.nativeId` option.',
      );
    },
  };
}

function noMessages(): InboxError {
  return new InboxError('The API of this account does not return messages with the conversation', {
    code: 'unsupported',
    blame: 'vendor',
    hint: 'Its history needs a store that mirrors it. If the messages are there, say where with the `normalize.list` option.',
  });
}
