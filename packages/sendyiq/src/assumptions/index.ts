/**
 * Everything that this package concludes about SendyIQ without the vendor having documented it: the reference declares `200 Success` with no
 * schema (vendors/sendyiq.md §Stays UNKNOWN). Each entry says which fact it stands on, and each is correctable by the app: fields with
 * `normalize`, the rest with an option.
 *
 * Spellings are tried in order, in camelCase and PascalCase; a dot goes into a nested object.
 */
export { answerFields } from './answers.ts';
export type { AssumedField, AssumedFields } from './basis.ts';
export { channelFields } from './channel.ts';
export { conversationFields } from './conversation.ts';
export { envelopes, unusedFields } from './envelopes.ts';
export { hub } from './hub.ts';
export { attachmentFields, messageFields, sentMessageFields } from './message.ts';
export { errorSigns, paging, senderRule, statusValues, times } from './rules.ts';
export { words } from './words.ts';
