import type { VendorError } from '@anyinbox/core/provider';
import { errorSigns } from './assumptions/index.ts';
import { isRecord, type Json, valueAt } from './record.ts';

/** The vendor's error envelope (vendors/sendyiq.md §Errors), on any status. Its texts are left alone: they may quote the request. */
export function readError(body: unknown): VendorError | undefined {
  if (!isRecord(body) || errorSigns.ids.some((name) => valueAt(body, name) !== undefined)) return undefined;
  const status = errorStatus(body);
  const failed = status !== undefined || errorSigns.failed.some((name) => valueAt(body, name) === false);
  const message = valueAt(body, 'message');
  if (!hasContent(valueAt(body, 'errors')) && !(failed && typeof message === 'string')) return undefined;
  return { status, vendorCode: vendorCode(body) };
}

function errorStatus(body: Json): number | undefined {
  return errorSigns.status
    .map((name) => valueAt(body, name))
    .find((value): value is number => typeof value === 'number' && value >= 400 && value <= 599);
}

function vendorCode(body: Json): string | number | undefined {
  return errorSigns.code
    .map((name) => valueAt(body, name))
    .find((value): value is string | number => typeof value === 'string' || typeof value === 'number');
}

/** The type of `errors` is UNKNOWN: a list, a dictionary or a text. */
function hasContent(errors: unknown): boolean {
  if (typeof errors === 'string' || Array.isArray(errors)) return errors.length > 0;
  return isRecord(errors) && Object.keys(errors).length > 0;
}
