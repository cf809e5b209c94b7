import { type Mapper, type NativeMessage, type ReportDrift, unexpectedResponse } from '@anyinbox/core/provider';
import { sentMessageFields } from './assumptions/index.ts';
import { entityFields, fieldReader } from './field-reader.ts';
import { type Clock, messageFrom, readAuthor } from './message.ts';
import { text } from './parse.ts';

const fields = entityFields('message', sentMessageFields);

/**
 * The answer to a send as the message that was sent. What the answer does not say is what we know: it is outbound, an agent's, and holds our
 * text. Only a missing id is an error, and the conversation's id is none: then the answer is the conversation.
 */
export function sentMessageMapper(
  sent: { readonly conversationId: string; readonly text: string },
  reportDrift: ReportDrift,
  now: Clock,
): Mapper<'message'> {
  return (raw, given): NativeMessage => {
    const read = fieldReader(fields, raw, given, reportDrift);
    const message = messageFrom(read, raw, given, { reportDrift, now });
    if (given.nativeId === undefined && message.nativeId === sent.conversationId)
      throw unexpectedResponse('message', ['id']);
    return {
      ...message,
      direction: 'outbound',
      author: readAuthor(read, 'agent'),
      text: read('text', text) ?? sent.text,
    };
  };
}
