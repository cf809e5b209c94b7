export type { BlingerBehaviour } from './blinger/behaviour.ts';
export { blingerSecretMark } from './blinger/canary.ts';
export {
  type BlingerEmulator,
  type BlingerEmulatorOptions,
  type BlingerIncoming,
  type BlingerNewConversation,
  type BlingerWebhooks,
  startBlingerEmulator,
} from './blinger/start.ts';
export type {
  BlingerAccountRecord,
  BlingerConversationRecord,
  BlingerNoteRecord,
  BlingerOperatorRecord,
  BlingerState,
} from './blinger/state.ts';
export { blingerInvalidWebhookExample } from './blinger/webhooks/documented-example.ts';
export type { BlingerWebhookNames } from './blinger/webhooks/notifier.ts';
export type {
  BlingerConversation,
  BlingerConversationWebhook,
  BlingerFailure,
  BlingerFromUser,
  BlingerGroup,
  BlingerMessage,
  BlingerMessageWebhook,
  BlingerOperator,
  BlingerStatus,
  BlingerSuccess,
  BlingerUser,
  BlingerWebhookConversation,
} from './blinger/wire.ts';
export type { BrevoNewVisitor } from './brevo/add-visitor.ts';
export type { BrevoBehaviour } from './brevo/behaviour.ts';
export type { BrevoIncomingFile } from './brevo/file-of.ts';
export type { BrevoPlan } from './brevo/rate-limiter.ts';
export {
  type BrevoEmulator,
  type BrevoEmulatorOptions,
  type BrevoIncoming,
  type BrevoNewConversation,
  type BrevoOauth,
  type BrevoStarted,
  startBrevoEmulator,
} from './brevo/start.ts';
export type {
  BrevoAccessToken,
  BrevoAgentRecord,
  BrevoConversationRecord,
  BrevoGroup,
  BrevoState,
} from './brevo/state.ts';
export type { BrevoWebhookTarget } from './brevo/webhooks/target.ts';
export type { BrevoDelivery, BrevoRetryOptions, BrevoWebhooks } from './brevo/webhooks/webhooks.ts';
export type {
  BrevoAgent,
  BrevoConversationFragment,
  BrevoConversationStarted,
  BrevoConversationTranscript,
  BrevoFile,
  BrevoForwardedStatus,
  BrevoImageInfo,
  BrevoMailbox,
  BrevoMessage,
  BrevoPage,
  BrevoSource,
  BrevoVisitor,
  BrevoWebhookBody,
  BrevoWebhookMessage,
} from './brevo/wire.ts';
export type {
  SendyiqAttachment,
  SendyiqChannel,
  SendyiqConversation,
  SendyiqConversationStatus,
  SendyiqHubMessage,
  SendyiqHubToken,
  SendyiqMessage,
  SendyiqWebsiteChannel,
} from './sendyiq/assumptions.ts';
export type { SendyiqEnvelope } from './sendyiq/envelope.ts';
export type { SendyiqHub } from './sendyiq/hub/hub.ts';
export {
  type SendyiqEmulator,
  type SendyiqEmulatorOptions,
  type SendyiqIncoming,
  type SendyiqNewConversation,
  startSendyiqEmulator,
} from './sendyiq/start.ts';
export type { SendyiqConversationRecord, SendyiqState } from './sendyiq/state.ts';
export type { EmulatorServer } from './server/emulator-server.ts';
export type {
  BodyFault,
  DelayFault,
  Fault,
  FaultMatch,
  FaultMoment,
  FaultRule,
  ResetFault,
  SlowBodyFault,
  StatusFault,
  TruncateFault,
} from './server/fault.ts';
export type { ReceivedRequest } from './server/received-request.ts';
export type { WebhookDelivery, WebhookTarget } from './server/webhook-sender.ts';
export {
  type SmartsenderEmulator,
  type SmartsenderEmulatorOptions,
  type SmartsenderIncoming,
  type SmartsenderNewConversation,
  startSmartsenderEmulator,
} from './smartsender/start.ts';
export type { GateRecord, MessageRecord, SmartsenderConversation, SmartsenderState } from './smartsender/state.ts';
export type {
  SmartsenderChannel,
  SmartsenderChat,
  SmartsenderContact,
  SmartsenderCursor,
  SmartsenderGate,
  SmartsenderList,
  SmartsenderMessage,
  SmartsenderNote,
  SmartsenderOperator,
  SmartsenderTemplate,
  SmartsenderUser,
  SmartsenderVariable,
} from './smartsender/wire.ts';
