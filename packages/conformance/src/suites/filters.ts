import assert from 'node:assert/strict';
import { isDeclared, limitsOf } from '../declared.ts';
import { type FilterCase, filterCases } from '../filter-cases.ts';
import { type Found, find, findOrRefuse } from '../find.ts';
import type { TestRunner } from '../runner.ts';
import { type ProxiedSubject, withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';

/** A declared filter finds what fits and nothing else, as far as conversations say, and else the vendor is asked for it. */
export function testFilters<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const filters = isDeclared(target, 'conversations.list') ? limitsOf(target, 'conversations.list').filters : undefined;
  if (!filters) return;
  runner.describe('filters of conversations.list', () => {
    for (const filter of filters)
      runner.it(`${filter} is applied`, () =>
        withSubject(target, async (subject) => {
          const all = await find(subject, {});
          const cases = filterCases(target, subject, all.items).filter((one) => one.filter === filter);
          const results: [FilterCase, Found][] = [];
          for (const one of cases) {
            const found = await findOrRefuse(subject, one.query);
            if (found) results.push([one, found]);
          }
          assert.ok(results.length > 0, `nothing is known that ${filter} can be asked for`);
          for (const [one, found] of results) {
            checkItems(one, found, all);
            checkDifference(one, found, all);
            checkKnown(subject, [one, found], all);
          }
          checkValues(results);
        }),
      );
  });
}

function checkItems({ name, fits }: FilterCase, { items, incomplete }: Found, all: Found): void {
  assert.ok(!items.some((one) => fits(one) === false), `${name}: a conversation does not fit`);
  const ids = new Set(items.map(({ id }) => id));
  const missed = all.items.some((one) => fits(one) === true && !ids.has(one.id));
  assert.ok(incomplete || !missed, `${name}: a conversation that fits is missing`);
}

/** The same request and the same answer as without it: only right where every conversation says that it fits. */
function checkDifference({ name, fits }: FilterCase, { items, asked }: Found, all: Found): void {
  if (asked !== all.asked || items.length !== all.items.length) return;
  assert.ok(
    all.items.every((one) => fits(one) === true),
    `${name}: it changes nothing, neither on the wire nor in what is found`,
  );
}

/** The known conversations are of a known status, also where none says its own. */
function checkKnown(
  { known, id }: ProxiedSubject<RunningVendor>,
  [{ query, name }, { items, incomplete }]: readonly [FilterCase, Found],
  all: Found,
): void {
  const nativeId = { open: known.conversation, closed: known.closedConversation }[String(query.status)];
  const isMissing = (found: Found['items']) => nativeId !== undefined && !found.some((one) => one.id === id(nativeId));
  if (incomplete || (query.status === 'open' && isMissing(all.items))) return;
  assert.ok(!isMissing(items), `${name}: the known conversation is missing`);
}

/** Values that exclude each other. */
function checkValues(results: readonly [FilterCase, Found][]): void {
  const seen = new Map<string, FilterCase>();
  for (const [one, { items }] of results)
    for (const { id } of items) {
      const key = `${one.kind} ${id}`;
      assert.ok(!seen.has(key), `a conversation is found by two values of ${one.filter}`);
      seen.set(key, one);
    }
  assert.ok(
    results.some(([{ filter }, { items }]) => filter === 'search' || items.length > 0),
    'nothing is found by it: seed what is',
  );
}
