import { defined, InboxError, type Normalize, type ReportDrift, runOverride } from '@anyinbox/core/provider';
import { envelopes } from './assumptions/index.ts';
import { topName } from './assumptions/spelling.ts';
import { eitherCase, reportUnknown } from './field-reader.ts';
import { levels } from './levels.ts';
import { count } from './parse.ts';
import { isRecord, valueAt } from './record.ts';

export interface ListBody {
  readonly items: readonly unknown[];
  /** Of all pages, when the vendor says. */
  readonly total?: number;
}

/** The items of a list's body: what the app's `normalize.list` finds, else by the usual envelopes, `name` being the list's own. */
export function readList(body: unknown, name: string, normalize: Normalize, reportDrift: ReportDrift): ListBody {
  const list = overriddenList(body, normalize) ?? findList(body, name, reportDrift);
  if (list !== undefined) return list;
  throw new InboxError(`The vendor's answer holds no recognisable list of ${name}`, {
    code: 'unexpected-response',
    blame: 'vendor',
    hint: 'Say where the items are with the `normalize.list` option.',
  });
}

/** The app's word on where the items are; undefined when it leaves that to us, for one function serves every list. */
export function overriddenList(body: unknown, { list }: Normalize): ListBody | undefined {
  const given: unknown = list === undefined ? undefined : runOverride('list', () => list(body));
  const items = valueAt(given, 'items');
  return Array.isArray(items) ? defined({ items, total: count(valueAt(given, 'total')) }) : undefined;
}

function findList(body: unknown, name: string, reportDrift: ReportDrift): ListBody | undefined {
  if (Array.isArray(body)) return { items: body };
  const names = [name, ...envelopes.list];
  const wrapped = levels(body, names, 1);
  const items = wrapped.flatMap((level) => names.map((candidate) => valueAt(level, candidate))).find(Array.isArray);
  if (items === undefined) return undefined;
  const known = eitherCase([...names, ...envelopes.total.map(topName), ...envelopes.unused]);
  for (const level of wrapped.filter(isRecord)) reportUnknown('envelope', known, level, reportDrift);
  return defined({ items, total: findTotal(wrapped) });
}

function findTotal(places: readonly unknown[]): number | undefined {
  return places
    .flatMap((place) => envelopes.total.map((name) => count(valueAt(place, name))))
    .find((total) => total !== undefined);
}
