/** So many people write at once. */
export const visitors: readonly string[] = Array.from({ length: 40 }, (_, index) => `v${index}`);

const begin = Date.parse('2026-03-01T08:00:00Z');

/** A webhook of Brevo with one message; the same number is the same message. */
export function fragment(number: number): object {
  const id = visitors[number % visitors.length] as string;
  return {
    eventName: 'conversationFragment',
    conversationId: `conversation-${id}`,
    messages: [{ id: `m${number}`, type: 'visitor', text: `Message ${number}`, createdAt: begin + number * 1000 }],
    agents: [],
    visitor: { id, source: 'widget', displayedName: `Visitor ${id}`, attributes: { EMAIL: `${id}@example.com` } },
  };
}
