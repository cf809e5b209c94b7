import type { SendyiqEnvelope } from '@anyinbox/emulators';
import { describe, expect, it } from 'vitest';
import { useStore } from '../support/store.ts';
import { driftOf } from '../support/watch-drift.ts';

const lists = ['array', 'items', 'data', 'results', 'conversations', 'nested'] as const;
const totals = ['total', 'totalCount', 'pagination', 'none'] as const;
const casings = ['camel', 'pascal'] as const;
const singles = ['bare', 'data'] as const;

const envelopes: Omit<SendyiqEnvelope, 'messagesInConversation'>[] = lists.flatMap((list) =>
  totals.flatMap((total) => casings.flatMap((casing) => singles.map((single) => ({ list, total, casing, single })))),
);

describe.each(['chat', 'social'] as const)('%s, however its answers are wrapped', (kind) => {
  const store = useStore({ conversations: 7 });

  for (const envelope of envelopes)
    it(`${Object.values(envelope).join(' · ')}`, async () => {
      store.emulator.setEnvelope(envelope);
      const inbox = store[kind]();
      const drift = await driftOf(async () => {
        const conversations = await inbox.conversations.list({ limit: 3 }).toArray({ limit: 100 });
        expect(conversations.map(({ nativeId }) => nativeId)).toEqual(store.conversationIds(kind));

        const { id, nativeId } = conversations[6] ?? { id: '', nativeId: '' };
        const kept = store.emulator.state.conversations.find((conversation) => conversation.id === nativeId);
        const conversation = await inbox.conversations.get(id);
        expect(conversation).toMatchObject({ nativeId, contact: { name: kept?.customerName } });

        const sent = await inbox.messages.send(id, { text: 'Good morning' });
        const history = await inbox.messages.list(id);
        expect(history.items.map((message) => message.nativeId)).toEqual(kept?.messages.map((m) => m.id).reverse());
        expect(history.items[0]).toMatchObject({ id: sent.id, text: 'Good morning', direction: 'outbound' });

        const channels = await inbox.channels.list();
        expect(channels.items.map((channel) => channel.nativeId)).toEqual(
          store.emulator.state.channels.map((channel) => channel.id),
        );
      });
      expect(drift).toEqual([]);
    });
});
