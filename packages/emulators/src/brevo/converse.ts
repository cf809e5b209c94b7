import { appendMessage, type NewMessage } from './append-message.ts';
import { type BrevoConversationRecord, hasOnlineAgent } from './state.ts';
import { fragmentBody, startedBody, transcriptBody } from './webhooks/bodies.ts';
import type { BrevoMessage } from './wire.ts';
import type { World } from './world.ts';

export type Utterance = Omit<NewMessage, 'createdAt'>;

/** Somebody writes: the conversation begins if it has not, and the webhooks leave. Pushed messages begin nothing (§3.3). */
export function write(world: World, conversation: BrevoConversationRecord, utterance: Utterance): BrevoMessage {
  const { state, now } = world;
  const missed = utterance.agent === undefined && !hasOnlineAgent(state, now());
  const message = appendMessage(state, conversation, {
    createdAt: now(),
    ...utterance,
    ...(missed ? { isMissed: true } : {}),
  });
  if (!conversation.running && !message.isPushed) {
    conversation.running = true;
    world.publish(startedBody(world, conversation, message));
  }
  world.publish(fragmentBody(world, conversation, [message]));
  return message;
}

export function end(world: World, conversation: BrevoConversationRecord): void {
  conversation.running = false;
  world.publish(transcriptBody(world, conversation));
}
