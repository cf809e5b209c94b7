import type { Call, VendorRequest } from '@anyinbox/core/provider';

/** GETs what changes nothing. */
export async function get<T>(
  call: Call,
  request: Pick<VendorRequest<T>, 'path' | 'params' | 'query' | 'response'>,
): Promise<T> {
  return call.request({ ...request, method: 'GET', effect: 'read' });
}
