export {
  type Blame,
  InboxError,
  type InboxErrorCode,
  type InboxErrorDetails,
  type WriteOutcome,
} from '../errors/index.ts';
export type * from '../model/index.ts';
export { formatId, parseId } from '../model/index.ts';
export type { Assumption } from './assumption.ts';
export { baseUrl, isLoopback } from './base-url.ts';
export {
  type Capabilities,
  type Capability,
  type CapabilityLimits,
  type LiveOperations,
  type Method,
  type MethodOf,
  type MissingCapability,
  type Operation,
  operations,
  type SupportedCapability,
  type SupportedOperations,
} from './capabilities.ts';
export { canonicalJson, contentKey } from './content-key.ts';
export {
  type ConfigSchema,
  type ConnectContext,
  type Connected,
  defineProvider,
  type NativeCall,
  type NativeCalls,
  type Provider,
  type ProviderSpec,
} from './define-provider.ts';
export { defined } from './defined.ts';
export type { Drift, ReportDrift } from './drift.ts';
export { entityMapper, runOverride } from './entity-mapper.ts';
export type {
  EventHandlers,
  Hint,
  NativeConversationFacts,
  NativeEvent,
  NativeMessageFacts,
  PollingSpec,
  StreamSink,
  WebhookReading,
  WebhookSample,
  WebhookSampleOptions,
  WebhookSpec,
} from './events.ts';
export type { AllHandlers, HandlersFor, PickMethods } from './handlers.ts';
export { type MappedItems, mapItems } from './map-items.ts';
export type {
  NativeAgent,
  NativeChannel,
  NativeConversation,
  NativeConversationQuery,
  NativeDraft,
  NativeGroup,
  NativeMessage,
  NativeNote,
  NativePage,
  PageRequest,
} from './native.ts';
export type { Mapper, Normalize, NormalizedEntities } from './normalize.ts';
export { documented, listOf, readEntity, sometimes, typeName, unexpectedResponse } from './read-entity.ts';
export { describeIssues, readInput } from './read-input.ts';
export { invalidRequest, unsupported } from './refusal.ts';
export type { Call, QueryValue, VendorRequest } from './request.ts';
export { Secret, secret } from './secret.ts';
export type { HeaderMap, HeaderValue, RateLimitFacts, Transport, VendorError } from './transport.ts';
export { webUrl } from './web-url.ts';
