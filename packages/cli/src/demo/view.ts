import type { Capability, Conversation, Message, Operation } from '@anyinbox/core';
import type { DiffLine } from '../config/connection-diff.ts';
import { providerName } from '../config/known-providers.ts';
import { count } from '../output/count.ts';
import type { Output } from '../output/output.ts';
import { plain } from '../output/plain.ts';
import { type Column, printColumns, printTable } from '../output/table.ts';
import { conversationColumns, conversationRow } from './conversation-row.ts';
import type { OpenConversations } from './list-open.ts';
import { messageRow } from './message-row.ts';

/** How the demo shows what happens. */
export interface View {
  heading(title: string): void;
  diff(lines: readonly DiffLine[]): void;
  openConversations(open: OpenConversations, newest: readonly Conversation[]): void;
  /** Newest first. */
  history(conversation: Conversation, messages: readonly Message[]): void;
  /** Something that the vendors did. */
  news(text: string): void;
  /** Something was done and seen to be done. */
  done(what: string, proof: string): void;
  /** Something was left out because the inbox cannot do it. */
  skipped(operation: Operation, capability: Capability): void;
}

/** As many as fit on a screen with the rest. */
const latest = 6;

export function createView(output: Output, now: () => number): View {
  const { paint } = output;
  const outcome: readonly Omit<Column, 'head'>[] = [{ width: 1 }, { width: 12 }, { wrap: true }];
  return {
    heading(title) {
      output.line();
      output.line(paint.bold(`── ${title} ${'─'.repeat(Math.max(0, output.width - title.length - 4))}`));
    },
    diff(lines) {
      const marks = { removed: '-', added: '+', same: ' ' } as const;
      const paints = { removed: paint.red, added: paint.green, same: paint.dim } as const;
      for (const { change, text } of lines) output.line(paints[change](`  ${marks[change]} ${plain(text)}`));
    },
    openConversations({ conversations, pages, incomplete }, newest) {
      const vendors = [...new Set(newest.map(({ provider }) => providerName(provider)))];
      output.line(
        `${count(conversations.length, 'open conversation')} on ${count(pages, 'page')}; the newest ${newest.length}:`,
      );
      printTable(
        output,
        conversationColumns(vendors),
        newest.map((conversation) => conversationRow(conversation, now(), vendors.length > 1)),
      );
      if (incomplete !== undefined) output.line(`Not the whole list: ${plain(incomplete)}`);
    },
    history({ contact, channel }, messages) {
      const shown = messages.slice(0, latest).toReversed();
      const name = plain(contact.name ?? 'someone');
      output.line(
        `The conversation with ${paint.bold(name)} (${plain(channel.kind)}), the last ${count(shown.length, 'message')} (UTC):`,
      );
      const columns = [{ width: 5, align: 'right' as const }, { width: 19 }, {}];
      printColumns(
        output,
        columns,
        shown.map((message) => messageRow(message, paint)),
      );
    },
    news(text) {
      output.line(paint.dim(text));
    },
    done(what, proof) {
      printColumns(output, outcome, [[{ text: '✓', paint: paint.green }, { text: what, paint: paint.green }, proof]]);
    },
    skipped(operation, capability) {
      const what = { text: 'not done', paint: paint.yellow };
      printColumns(output, outcome, [[{ text: '–', paint: paint.yellow }, what, `${operation}: ${why(capability)}`]]);
    },
  };
}

const reasons = {
  vendor: 'the vendor offers no such thing',
  'not-yet': 'not built yet',
  store: 'it needs a store',
} as const;

/** The reason, and of a note no more than its first sentence. */
function why(capability: Capability): string {
  if (capability.level !== 'none') return 'not given to this inbox';
  const reason = reasons[capability.because];
  const [sentence = ''] = /^.*?\.(?=\s|$)/s.exec(capability.note ?? '') ?? [capability.note];
  return sentence === '' ? reason : `${reason}. ${sentence}`;
}
