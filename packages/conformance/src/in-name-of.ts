import type { Operation, SendAs } from '@anyinbox/core';
import type { Subject } from './target.ts';
import { sentFile, sentText } from './texts.ts';

/** One whom the vendor does not know. */
export const person = { name: 'Kim Conformance', email: 'kim@conformance.example' } as const;

type InNameOf = (subject: Subject, as: SendAs) => PromiseLike<unknown>;

/** What can be done in somebody's name. */
export const inNameOf = {
  'messages.send.text': ({ inbox, known, id }, as) =>
    inbox.messages.send(id(known.conversation), { text: sentText }, { as }),
  'messages.send.file': ({ inbox, known, id }, as) =>
    inbox.messages.send(id(known.conversation), { attachments: [{ url: sentFile }] }, { as }),
  'messages.send.automated': ({ inbox, known, id }, as) =>
    inbox.messages.send(id(known.conversation), { text: sentText, automated: true }, { as }),
  'notes.add': ({ inbox, known, id }, as) => inbox.notes.add(id(known.conversation), { text: sentText }, { as }),
  // Of an agent only.
  'conversations.reopen': ({ inbox, known, id }, { agentId }) =>
    inbox.conversations.reopen(id(known.closedConversation ?? known.conversation), { agentId }),
  'agents.setOnline': ({ inbox }, as) => inbox.agents.setOnline(as),
} as const satisfies { readonly [O in Operation]?: InNameOf };

export const actors = Object.keys(inNameOf) as (keyof typeof inNameOf)[];
