import assert from 'node:assert/strict';
import { type Conversation, type ConversationQuery, InboxError } from '@anyinbox/core';
import { isDeclared, limitsOf } from '../declared.ts';
import { type FilterCase, filterCases } from '../filters.ts';
import type { TestRunner } from '../runner.ts';
import { type ProxiedSubject, withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';
import { askedFor } from '../wire.ts';

interface Found {
  readonly items: readonly Conversation[];
  readonly incomplete: boolean;
  /** What it asked the vendor for. */
  readonly asked: string;
}

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
          }
          checkKnown(subject, results, all);
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
    items.every((one) => fits(one) === true),
    `${name}: it changes nothing, neither on the wire nor in what is found`,
  );
}

function checkKnown({ known, id }: ProxiedSubject<RunningVendor>, results: [FilterCase, Found][], all: Found): void {
  for (const [{ query, filter, name }, { items, incomplete }] of results) {
    if (filter !== 'status') continue;
    const has = (found: readonly Conversation[], nativeId: string) => found.some((one) => one.id === id(nativeId));
    const open = has(all.items, known.conversation) && query.status === 'open' && !incomplete;
    if (open) assert.ok(has(items, known.conversation), `${name}: the known conversation is missing`);
    if (query.status === 'closed' && known.closedConversation !== undefined && !incomplete)
      assert.ok(has(items, known.closedConversation), `${name}: the known closed conversation is missing`);
  }
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

async function find({ inbox, proxy }: ProxiedSubject<RunningVendor>, query: ConversationQuery): Promise<Found> {
  const before = proxy.requests.length;
  const items: Conversation[] = [];
  let incomplete = false;
  for await (const page of inbox.conversations.list(query).pages()) {
    items.push(...page.items);
    incomplete ||= page.incomplete !== undefined;
    assert.ok(items.length < 500, 'more than 500 conversations: seed fewer');
  }
  return { items, incomplete, asked: askedFor(proxy.requests.slice(before)) };
}

/** A value of which the provider says that it cannot, before any request, is left out. */
async function findOrRefuse(
  subject: ProxiedSubject<RunningVendor>,
  query: ConversationQuery,
): Promise<Found | undefined> {
  const before = subject.proxy.requests.length;
  try {
    return await find(subject, query);
  } catch (error) {
    const refused = InboxError.isInstance(error) && error.code === 'unsupported';
    if (refused && subject.proxy.requests.length === before) return undefined;
    throw error;
  }
}
