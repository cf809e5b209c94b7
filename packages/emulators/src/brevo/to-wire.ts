import type { BrevoBehaviour } from './behaviour.ts';
import type { BrevoFile, BrevoMessage, BrevoWebhookMessage } from './wire.ts';

type Names = BrevoBehaviour['attachmentNames'];

/** The message with its files in the chosen spelling, which the type does not follow. */
export function toMessage(message: BrevoMessage, names: Names): BrevoMessage {
  return structuredClone(names === 'new' ? message : { ...message, ...oldFiles(message) }) as BrevoMessage;
}

export function toWebhookMessage(message: BrevoMessage, names: Names): BrevoWebhookMessage {
  const { visitorId, messageType, source, integrations, forwardedToSourceStatus, ...shared } = toMessage(
    message,
    names,
  );
  return shared.type === 'agent' ? { ...shared, agentUserpic: shared.agentUserpic ?? null } : shared;
}

/** The names of before spring 2026 (vendors/brevo.md §2.2). */
function oldFiles({ file, attachments }: BrevoMessage): object {
  return {
    ...(file === undefined ? {} : { file: oldFile(file, 'filename') }),
    ...(attachments === undefined ? {} : { attachments: attachments.map((each) => oldFile(each, 'fileName')) }),
  };
}

function oldFile({ name, link, isInline, imageInfo, ...rest }: BrevoFile, nameField: 'filename' | 'fileName'): object {
  const inline = nameField === 'fileName' ? String(isInline) : isInline;
  return {
    ...rest,
    [nameField]: name,
    url: link,
    ...(isInline === undefined ? {} : { isInline: inline }),
    ...(imageInfo === undefined ? {} : { imageInfo: oldImageInfo(imageInfo) }),
  };
}

function oldImageInfo({ previewLink, ...size }: NonNullable<BrevoFile['imageInfo']>): object {
  return { ...size, previewUrl: previewLink };
}
