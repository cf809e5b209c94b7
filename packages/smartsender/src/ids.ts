import { invalidRequest, unsupported } from '@anyinbox/core/provider';
import * as z from 'zod';

const digits = /^(?:0|[1-9]\d{0,15})$/;

/** Integers on the wire, strings in ours. */
export const wireId = z
  .union([z.int().nonnegative(), z.string().regex(digits)], { error: 'must be an integer id' })
  .transform(String);

/** An id in the input of a native call. */
export const nativeId = z.string().regex(digits);

/** A native id as the app passed it back: refused before any request unless it is digits. */
export function checkedId(id: string, field: string): string {
  if (typeof id === 'string' && digits.test(id) && Number.isSafeInteger(Number(id))) return id;
  throw invalidRequest(`${field} is not a Smartsender id, which is digits only`);
}

/** Smartsender edits and deletes a message through its gate, so the gate is part of the message's native id when it is known. */
export function formatMessageId(messageId: string, gateId: string | undefined): string {
  return gateId === undefined ? messageId : `${gateId}-${messageId}`;
}

interface GateMessage {
  readonly gateId: string;
  readonly messageId: number;
}

/** The reverse of {@link formatMessageId}, for calls that need the gate. */
export function parseMessageId(id: string): GateMessage {
  const parts = id.split('-');
  const [gateId, messageId] = parts.map((part) => checkedId(part, 'messageId'));
  if (gateId === undefined || parts.length > 2)
    throw invalidRequest('messageId is not a Smartsender message id, which is <gate>-<message>');
  if (messageId === undefined)
    throw unsupported(
      'Smartsender changes a message through its gate, which this message does not name',
      'Only a message that the vendor listed or answered with its gate can be edited or deleted.',
    );
  return { gateId, messageId: Number(messageId) };
}
