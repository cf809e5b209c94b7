import type { NativeMessage } from '@anyinbox/core/provider';
import type { ToldMessage } from './schemas.ts';

type Direction = NativeMessage['direction'];

/**
 * Which way a message of a closed conversation went: `from_*` is who wrote it, and one of its two sides is the customer (`from_user.user_id`). The
 * number is looked for among the users first, whose name it has. Undefined: nobody can say.
 */
export function directionOf(message: ToldMessage, customer: string | undefined): Direction | undefined {
  const { from_user_id, to_user_id, is_outgoing, from_blinger_user_id, to_blinger_user_id } = message;
  return (
    bySides(from_user_id, to_user_id, customer) ??
    (typeof is_outgoing === 'boolean' ? (is_outgoing ? 'outbound' : 'inbound') : undefined) ??
    bySides(from_blinger_user_id, to_blinger_user_id, customer)
  );
}

type Side = string | null | undefined;

function bySides(from: Side, to: Side, customer: string | undefined): Direction | undefined {
  if (customer === undefined || from === to) return undefined;
  if (from === customer) return 'inbound';
  return to === customer ? 'outbound' : undefined;
}
