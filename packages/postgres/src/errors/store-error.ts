import { InboxError, type InboxErrorDetails } from '@anyinbox/core';
import { isLostConnection, sqlStateOf } from './sql-state.ts';

type Kind = readonly [message: string, details: InboxErrorDetails];

/**
 * Any failure as one of ours. What drivers throw quotes rows, statements and hosts: only the SQLSTATE is taken over, and no cause.
 */
export function storeError(error: unknown, operation: string): InboxError {
  if (InboxError.isInstance(error)) return error;
  const state = sqlStateOf(error);
  const [message, details] = kindOf(error, state);
  return new InboxError(state === undefined ? message : `${message} (SQLSTATE ${state})`, {
    ...details,
    operation: `store.${operation}`,
    vendorCode: state,
  });
}

function kindOf(error: unknown, state = ''): Kind {
  if (/^28|^42501$/.test(state))
    return ['The database refused the credentials of the store', { code: 'invalid-config', blame: 'credentials' }];
  if (state === '3D000')
    return ['The database of the store does not exist', { code: 'invalid-config', blame: 'caller' }];
  if (isLostConnection(error) || /^53/.test(state))
    return ['The database did not answer', { code: 'provider-unavailable', blame: 'network', retryable: true }];
  // 40: serialization failures and deadlocks; 55P03 and 57014: it took too long.
  const retryable = /^40|^55P03$|^57014$/.test(state);
  return ['The database refused a statement of the store', { code: 'internal', blame: 'library', retryable }];
}
