import type { Message } from '@anyinbox/core';
import { authorWords, messageWords } from '../output/message-words.ts';
import type { Paint } from '../output/paint.ts';
import type { Row } from '../output/table.ts';

export function messageRow(message: Message, paint: Paint): Row {
  const time = { text: message.createdAt.slice(11, 16), paint: paint.dim };
  return [time, authorWords(message), messageWords(message)];
}
