import { InboxError } from '../errors/index.ts';
import { type Transport, unexpectedResponse, type VendorError, type VendorRequest } from '../provider/index.ts';
import type { PreparedRequest, RawResponse } from './attempt.ts';
import { meaningOfStatus, unreadableBody } from './failures.ts';
import { parseJson } from './parse-json.ts';

/**
 * The vendor's answer as the request wants it. Throws for every status but 2xx, for an error envelope on any status, and for a body that is not
 * JSON or does not fit. The error says where, never what.
 */
export function readResponse<T>(
  request: VendorRequest<T>,
  sent: PreparedRequest,
  response: RawResponse,
  transport: Pick<Transport<never>, 'readError' | 'requestIdHeader'>,
): T {
  const succeeded = response.status >= 200 && response.status < 300;
  const requestId = printable(transport.requestIdHeader && response.headers[transport.requestIdHeader], sent);
  const body = request.anyText && succeeded && isShortText(response.text) ? {} : parseBody(response.text);
  const vendorError = body.value === undefined ? undefined : transport.readError?.(body.value);
  if (!succeeded || vendorError)
    throw vendorFailure(response.status, vendorError).with({
      requestId,
      vendorCode: printable(vendorError?.vendorCode, sent),
    });
  // A page of a proxy or a body that broke off says nothing of whether the vendor took the request.
  if (body.problem) throw unreadableBody(body.problem, 'unknown').with({ status: response.status, requestId });
  const result = request.response.safeParse(body.value);
  if (result.success) return result.data;
  const issue = unexpectedResponse('body', result.error.issues[0]?.path ?? []);
  // Well-formed JSON without an error, on 2xx: the vendor took it, we cannot read what it says.
  throw issue.with({ status: response.status, requestId, outcome: request.effect === 'send' ? 'sent' : 'unknown' });
}

/** Such as `OK`, which some servers answer where nothing is to be said. JSON and markup are read as what they are. */
function isShortText(text: string): boolean {
  return text.length <= 100 && !/^\s*[<{["]/.test(text);
}

function parseBody(text: string): { readonly value?: unknown; readonly problem?: string } {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: parseJson(text) };
  } catch {
    return { problem: /^\s*</.test(text) ? 'it is HTML or XML, not JSON' : 'it is not JSON that we accept' };
  }
}

function vendorFailure(status: number, error: VendorError | undefined): InboxError {
  const meant = status >= 200 && status < 300 ? error?.status : status;
  const meaning = meant !== undefined && meant >= 300 ? meaningOfStatus(meant) : unexplained;
  const explanation = meant !== undefined && meant !== status ? `, meaning ${meant}` : '';
  return new InboxError(`The vendor answered ${status}${explanation}`, {
    ...meaning,
    code: error?.code ?? meaning.code,
    status: meant ?? status,
  });
}

/** An error envelope on 2xx that names no status. */
const unexplained = { code: 'conflict', blame: 'vendor', outcome: 'unknown' } as const;

/**
 * A vendor's code or id, if it is one: some vendors put a sentence there, which may quote a customer, or repeat what was sent, which may be a
 * credential.
 */
function printable(value: string | number | undefined, sent: PreparedRequest): string | undefined {
  const text = String(value ?? '');
  const looksLikeCode = /^[A-Za-z0-9_.:-]+( [A-Za-z0-9_.:-]+){0,5}$/.test(text) && text.length <= 64;
  if (/^\d{1,5}$/.test(text)) return text;
  const quotes = [sent.url, sent.body ?? '', ...Object.values(sent.headers)].some((part) => part.includes(text));
  return looksLikeCode && !quotes && !/(?<![0-9a-f])\d{7,15}(?![0-9a-f])/i.test(text) ? text : undefined;
}
