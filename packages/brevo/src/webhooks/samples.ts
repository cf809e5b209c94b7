import type { WebhookSample, WebhookSampleOptions } from '@anyinbox/core/provider';

/** The three events in the form that is documented and was seen (vendors/brevo.md §3.3): a visitor writes, an agent answers, it ends. */
export function samples({ conversationId, text, now }: WebhookSampleOptions): readonly WebhookSample[] {
  const thread = `thread-${conversationId}`;
  const visitor = {
    id: conversationId,
    threadId: thread,
    threadLink: `https://conversations-app.brevo.com/conversations/${thread}`,
    source: 'widget',
    displayedName: 'Sample Visitor',
    attributes: { EMAIL: 'visitor@example.com' },
  };
  const agent = { id: 'sample-agent', name: 'Sample Agent', email: 'agent@example.com', userpic: null };
  const question = {
    id: `question-${now}`,
    type: 'visitor',
    text,
    html: '',
    visitorId: conversationId,
    createdAt: now,
  };
  const answer = {
    id: `answer-${now}`,
    type: 'agent',
    text: 'A colleague is on it.',
    visitorId: conversationId,
    agentId: agent.id,
    agentName: agent.name,
    createdAt: now + 1000,
  };
  const base = { conversationId: thread, visitor };
  return [
    sample('conversationStarted', { ...base, isNoAvailableAgent: false, message: question }),
    sample('conversationFragment', { ...base, messages: [question, answer], agents: [agent] }),
    sample('conversationTranscript', {
      ...base,
      messages: [question, answer],
      missedMessagesCount: 0,
      agents: [agent],
    }),
  ];
}

function sample(eventName: string, content: object): WebhookSample {
  return { name: eventName, body: { eventName, ...content } };
}
