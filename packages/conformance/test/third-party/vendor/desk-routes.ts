import { pageOf } from './page.ts';
import { find, made, ok, type Route, textOf, type Visit } from './route.ts';
import { tick } from './seed.ts';

/** Remarks, lofts, keepers and flocks (`FACTS.md` §6 to §8). */
export const deskRoutes: readonly Route[] = [
  ['GET', '/v2/threads/:thread/remarks', remarks],
  ['POST', '/v2/threads/:thread/remarks', remark],
  ['GET', '/v2/lofts', ({ state, query }) => ok(pageOf(state.lofts, query))],
  ['GET', '/v2/lofts/:loft', ({ state, params }) => ok(find(state.lofts, params['loft']))],
  ['GET', '/v2/keepers', ({ state, query }) => ok(pageOf(state.keepers, query))],
  ['GET', '/v2/flocks', ({ state, query }) => ok(pageOf(state.flocks, query))],
];

function remarks({ state, params, query }: Visit) {
  const { key } = find(state.threads, params['thread']);
  return ok(pageOf(state.remarks.filter(({ thread }) => thread === key).toReversed(), query));
}

function remark({ state, params, body }: Visit) {
  const { key: thread } = find(state.threads, params['thread']);
  const key = `rm_new_${state.remarks.length + 1}`;
  const written = { key, thread, keeper: null, body: textOf(body, 'body'), written: tick(state) };
  state.remarks.push(written);
  return made(written);
}
