import { InboxError, type WriteOutcome } from '../errors/index.ts';
import { type Transport, unexpectedResponse, type VendorRequest } from '../provider/index.ts';
import type { RawResponse } from './attempt.ts';
import { meaningOfStatus, unreadableBody } from './failures.ts';
import { parseJson } from './parse-json.ts';

/**
 * The vendor's answer as the request wants it. Throws for every status but 2xx, for an error envelope on any status, and for a body that is not
 * JSON or does not fit. The error says where, never what.
 */
export function readResponse<T>(
  request: VendorRequest<T>,
  response: RawResponse,
  transport: Pick<Transport<never>, 'readError' | 'requestIdHeader'>,
): T {
  const succeeded = response.status >= 200 && response.status < 300;
  const requestId = readRequestId(response, transport.requestIdHeader);
  const body = parseBody(response.text);
  const vendorError = body.value === undefined ? undefined : transport.readError?.(body.value);
  if (!succeeded || vendorError) throw vendorFailure(response.status, vendorError, requestId);
  // A page of a proxy or a body that broke off says nothing of whether the vendor took the request.
  if (body.problem) throw unreadableBody(body.problem, 'unknown').with({ status: response.status, requestId });
  const result = request.response.safeParse(body.value);
  if (result.success) return result.data;
  const issue = unexpectedResponse('body', result.error.issues[0]?.path ?? []);
  // Well-formed JSON without an error, on 2xx: the vendor took it, we cannot read what it says.
  throw issue.with({ status: response.status, requestId, outcome: request.effect === 'send' ? 'sent' : 'unknown' });
}

function parseBody(text: string): { readonly value?: unknown; readonly problem?: string } {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: parseJson(text) };
  } catch {
    return { problem: /^\s*</.test(text) ? 'it is HTML or XML, not JSON' : 'it is not JSON that we accept' };
  }
}

function vendorFailure(
  status: number,
  error: ReturnType<NonNullable<Transport<never>['readError']>>,
  requestId: string | undefined,
): InboxError {
  const meant = status >= 200 && status < 300 ? error?.status : status;
  const meaning =
    meant !== undefined && meant >= 300
      ? meaningOfStatus(meant)
      : { code: 'conflict' as const, blame: 'vendor' as const, outcome: 'unknown' as WriteOutcome };
  const vendorCode = error?.vendorCode === undefined ? undefined : String(error.vendorCode);
  const code = error?.code ?? meaning.code;
  return new InboxError(
    `The vendor answered ${status}${meant !== undefined && meant !== status ? `, meaning ${meant}` : ''}`,
    {
      ...meaning,
      code,
      status: meant ?? status,
      vendorCode: vendorCode !== undefined && isCode(vendorCode) ? vendorCode : undefined,
      requestId,
    },
  );
}

/** A code, not a sentence: some vendors put text, which may quote a customer, where a code belongs. */
function isCode(value: string): boolean {
  return /^[A-Za-z0-9_.-]+( [A-Za-z0-9_.-]+){0,5}$/.test(value) && value.length <= 64 && !/\d{6}/.test(value);
}

function readRequestId(response: RawResponse, name: string | undefined): string | undefined {
  const value = name === undefined ? undefined : response.headers[name];
  return value !== undefined && /^[\w.:-]{1,128}$/.test(value) ? value : undefined;
}
