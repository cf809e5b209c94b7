/** `errorModel` (vendors/brevo.md §1). */
export interface BrevoErrorBody {
  code?: string;
  message: string;
}

/** Codes of the account-wide list, for answers that name none. */
const codes: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  402: 'not_enough_credits',
  403: 'permission_denied',
  404: 'document_not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  422: 'unprocessable_entity',
};

export function errorBody(status: number, message: string | undefined, code = codes[status]): BrevoErrorBody {
  return { ...(code === undefined ? {} : { code }), message: message ?? `Error ${status}` };
}
