import { dialogues, type Line, longDialogue, type Speaker } from './dialogues.ts';
import { type Person, people } from './people.ts';

const minute = 60_000;

/** The conversation with several pages of messages, counted from the newest. */
const longConversationIndex = 1;
const longConversationLength = 62;

export interface PlannedLine {
  speaker: Speaker;
  text: string;
  at: number;
}

/** One conversation before a vendor's shape is put on it. */
export interface PlannedConversation {
  /** 0 is the one with the latest activity. */
  index: number;
  person: Person;
  lines: PlannedLine[];
  closed: boolean;
  unread: number;
}

/**
 * The same plan for the same arguments, oldest activity first, so that ids given in this order grow with time.
 * `shift` begins elsewhere in the list of people, so that two inboxes of one account do not look alike.
 */
export function planConversations(count: number, now: number, shift = 0): PlannedConversation[] {
  return Array.from({ length: count }, (_, index) => planConversation(index, now, shift)).reverse();
}

function planConversation(index: number, now: number, shift: number): PlannedConversation {
  const script = index === longConversationIndex ? longDialogue(longConversationLength) : scriptOf(index);
  const lastActivity = now - (index * 47 + 2) * minute;
  const closed = index % 4 === 3;
  return {
    index,
    person: people[(index + shift) % people.length] as Person,
    lines: script.map(([speaker, text], line) => ({
      speaker,
      text,
      at: lastActivity - (script.length - 1 - line) * 3 * minute,
    })),
    closed,
    unread: closed || index % 5 === 4 ? 0 : trailingContactLines(script),
  };
}

function scriptOf(index: number): readonly Line[] {
  return dialogues[index % dialogues.length] as readonly Line[];
}

function trailingContactLines(script: readonly Line[]): number {
  const answered = script.findLastIndex(([speaker]) => speaker !== 'contact');
  return script.length - 1 - answered;
}
