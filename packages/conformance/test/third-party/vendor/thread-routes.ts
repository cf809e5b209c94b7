import { pageOf } from './page.ts';
import { find, ok, type Route, textOf, type Visit } from './route.ts';
import { tick } from './seed.ts';

/** Threads, and what is done to them (`FACTS.md` §4). */
export const threadRoutes: readonly Route[] = [
  ['GET', '/v2/threads', list],
  ['GET', '/v2/threads/:thread', (visit) => ok(thread(visit))],
  ['POST', '/v2/threads/:thread/land', (visit) => change(visit, { state: 'landed' })],
  ['POST', '/v2/threads/:thread/launch', (visit) => change(visit, { state: 'flying', ...optionalKeeper(visit) })],
  ['PUT', '/v2/threads/:thread/keeper', (visit) => change(visit, { keeper: keeper(visit) })],
  ['PUT', '/v2/threads/:thread/flock', (visit) => change(visit, { flock: flock(visit) })],
  ['GET', '/v2/threads/:thread/trail', trail],
];

function list({ state, query }: Visit) {
  const fits = (wanted: string | null, value: string) => wanted === null || wanted === value;
  const rows = state.threads
    .filter((one) => fits(query.get('state'), one.state) && fits(query.get('loft'), one.loft.key))
    .toSorted((one, other) => other.moved - one.moved);
  return ok(pageOf(rows, query));
}

function trail(visit: Visit) {
  const { started, moved } = thread(visit);
  const steps = [
    { step: 'started', at: started },
    { step: 'moved', at: moved },
  ];
  return ok({ steps });
}

function change(visit: Visit, fields: object): undefined {
  Object.assign(thread(visit), fields, { moved: tick(visit.state) });
}

const thread = ({ state, params }: Visit) => find(state.threads, params['thread']);
const flock = ({ state, body }: Visit) => find(state.flocks, textOf(body, 'flock'));

function keeper({ state, body }: Visit) {
  const { key, name } = find(state.keepers, textOf(body, 'keeper'));
  return { key, name };
}

const optionalKeeper = (visit: Visit) => ('keeper' in visit.body ? { keeper: keeper(visit) } : {});
