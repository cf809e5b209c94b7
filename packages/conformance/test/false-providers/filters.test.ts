import type { ProviderTarget } from '@anyinbox/conformance';
import type { NativeConversationQuery } from '@anyinbox/core/provider';
import { describe } from 'vitest';
import { blingerTarget } from '../targets/blinger.ts';
import { smartsenderTarget } from '../targets/smartsender.ts';
import { pigeonDeskTarget } from '../third-party/target.ts';
import { expectCaught } from './expect-caught.ts';
import { falsify } from './falsify.ts';

const testOf = (filter: string) => `filters of conversations.list > ${filter} is applied`;
const asks = (target: ProviderTarget, instead: (query: NativeConversationQuery) => NativeConversationQuery) =>
  falsify(target, 'conversations', 'list', (list) => (query, page, call) => list(instead(query), page, call));
const drops = (target: ProviderTarget, filter: keyof NativeConversationQuery) =>
  asks(target, (query) => ({ ...query, [filter]: undefined }));

/** Where a conversation does not carry its status, it says what was asked for. */
const stamps = falsify(smartsenderTarget, 'conversations', 'list', (list) => async (query, page, call) => {
  const { items, ...rest } = await list({ ...query, status: undefined }, page, call);
  return { ...rest, items: items.map((item) => ({ ...item, status: query.status ?? item.status })) };
});
const findsNothing = falsify(pigeonDeskTarget, 'conversations', 'list', (list) => async (query, page, call) => {
  const found = await list(query, page, call);
  return query.channelId === undefined ? found : { items: [] };
});

const changesNothing = /it changes nothing/;
const doesNotFit = /a conversation does not fit/;

describe('a list is caught that', () => {
  expectCaught([
    ['drops the status', drops(pigeonDeskTarget, 'status'), testOf('status'), doesNotFit],
    ['drops the channel', drops(pigeonDeskTarget, 'channelId'), testOf('channelId'), doesNotFit],
    ['drops the assignee', drops(blingerTarget, 'assignee'), testOf('assignee'), doesNotFit],
    ['drops unread', drops(blingerTarget, 'unread'), testOf('unread'), doesNotFit],
    ['drops a status that nothing shows', drops(smartsenderTarget, 'status'), testOf('status'), changesNothing],
    ['drops an assignee whom nothing shows', drops(smartsenderTarget, 'assignee'), testOf('assignee'), changesNothing],
    ['drops unread, of which a count tells', drops(smartsenderTarget, 'unread'), testOf('unread'), doesNotFit],
    ['drops the search', drops(smartsenderTarget, 'search'), testOf('search'), changesNothing],
    ['drops the status and says that all have it', stamps, testOf('status'), changesNothing],
    [
      'shows the open ones whichever are asked for',
      asks(pigeonDeskTarget, (query) => ({ ...query, status: query.status && 'open' })),
      testOf('status'),
      doesNotFit,
    ],
    [
      'filters by one agent whichever is asked for',
      asks(smartsenderTarget, (query) => ({ ...query, assignee: query.assignee && { agentId: '1' } })),
      testOf('assignee'),
      /./,
    ],
    ['finds nothing', findsNothing, testOf('channelId'), /a conversation that fits is missing/],
  ]);
});
