import { InboxError } from '@anyinbox/core/provider';

/** The client's own errors carry URLs: of them only the status is kept, which the client puts into its text. */
export function hubError(error: unknown): InboxError {
  const status = error instanceof Error ? /Status code '(\d{3})'/.exec(error.message)?.[1] : undefined;
  if (status === '401')
    return new InboxError('The hub of conversations refused the token', {
      code: 'unauthorized',
      blame: 'credentials',
      status: 401,
    });
  return new InboxError('The hub of conversations could not be reached', {
    code: 'network',
    blame: 'network',
    retryable: true,
    ...(status === undefined ? {} : { status: Number(status) }),
  });
}
