import { describe } from 'vitest';
import { pigeonDeskTarget } from '../third-party/target.ts';
import { expectCaught } from './expect-caught.ts';
import { falsify } from './falsify.ts';

const pigeon = pigeonDeskTarget;
const getAlways = (thread: string) =>
  falsify(pigeon, 'conversations', 'get', (get) => (_thread, call) => get(thread, call));
const lettersAlways = (thread: string) =>
  falsify(pigeon, 'messages', 'list', (list) => (_thread, page, call) => list(thread, page, call));
const otherLetter = falsify(pigeon, 'messages', 'get', (get) => (_letter, call) => get('lt_8', call));
const otherRemarks = falsify(pigeon, 'notes', 'list', (list) => (_thread, page, call) => list('th_2', page, call));
const otherLoft = falsify(pigeon, 'channels', 'get', (get) => (_loft, call) => get('lf_2', call));
const wrongThread = falsify(pigeon, 'messages', 'get', (get) => async (letter, call) => ({
  ...(await get(letter, call)),
  conversationId: 'th_2',
}));
const alwaysOpen = falsify(pigeon, 'conversations', 'get', (get) => async (thread, call) => ({
  ...(await get(thread, call)),
  status: 'open',
}));
const oldestFirst = falsify(pigeon, 'messages', 'list', (list) => async (thread, page, call) => {
  const { items, ...rest } = await list(thread, page, call);
  return { ...rest, items: items.toReversed() };
});
const inventedId = falsify(pigeon, 'messages', 'send', (send) => async (thread, draft, call) => ({
  ...(await send(thread, draft, call)),
  nativeId: 'lt_invented',
}));

const asks = (operation: string) => `the thing that was meant > is what ${operation} asks the vendor about`;
const different = /Expected values to be strictly/;

describe('a read is caught that', () => {
  expectCaught([
    ['asks about another conversation', getAlways('th_2'), asks('conversations.get'), /names the conversation/],
    [
      'answers the same conversation whichever is asked for',
      getAlways('th_1'),
      'what is read > conversations.get answers the conversation that was asked for',
      different,
    ],
    ['asks about another channel', otherLoft, asks('channels.get'), /names the channel/],
    [
      'answers another channel',
      otherLoft,
      'what is read > channels.get answers the channel that was asked for',
      different,
    ],
    ['asks about another message', otherLetter, asks('messages.get'), /names the message/],
    [
      'names a conversation that the message is not of',
      wrongThread,
      'what is read > messages.get answers the message that was asked for, and its conversation',
      different,
    ],
    ['lists messages of another conversation', lettersAlways('th_2'), asks('messages.list'), /names the conversation/],
    [
      'lists the same messages whichever conversation is asked for',
      lettersAlways('th_1'),
      'what is read > messages.list gives each conversation its own',
      /of two conversations/,
    ],
    ['lists the oldest first', oldestFirst, 'the listing messages.list > is newest first', /deep-equal/],
    ['lists notes of another conversation', otherRemarks, asks('notes.list'), /names the conversation/],
    ['always says open', alwaysOpen, 'the status of a conversation > is what the vendor says', /the closed one is not/],
    [
      'always says open, also after close',
      alwaysOpen,
      'the status of a conversation > is closed after close, or unknown as before',
      different,
    ],
    [
      'does not find what was sent',
      inventedId,
      'what is read > a sent message is found under its id',
      /not-found|answered 404/,
    ],
  ]);
});
