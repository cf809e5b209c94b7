import { Fault } from './fault.ts';
import { pageOf } from './page.ts';
import { find, made, ok, type Route, textOf, type Visit } from './route.ts';
import { tick } from './seed.ts';
import type { Letter } from './state.ts';

/** Letters (`FACTS.md` §5). */
export const letterRoutes: readonly Route[] = [
  ['GET', '/v2/threads/:thread/letters', (visit) => ok(pageOf(newestFirst(visit, thread(visit).key), visit.query))],
  ['POST', '/v2/threads/:thread/letters', write],
  ['GET', '/v2/letters/:letter', (visit) => ok(letter(visit))],
  ['PATCH', '/v2/letters/:letter', correct],
  ['DELETE', '/v2/letters/:letter', withdraw],
];

function write(visit: Visit) {
  const { state, body } = visit;
  const { key: threadKey } = thread(visit);
  const keeper = 'keeper' in body ? find(state.keepers, body['keeper']).key : null;
  const written: Letter = {
    key: `lt_${state.letters.length + 1}`,
    thread: threadKey,
    from: 'keeper',
    keeper,
    body: textOf(body, 'body'),
    written: tick(state),
    corrected: null,
    withdrawn: null,
  };
  state.letters.push(written);
  thread(visit).moved = written.written;
  return made(written);
}

function correct(visit: Visit): undefined {
  const corrected = letter(visit);
  const newest = newestFirst(visit, corrected.thread)[0];
  if (corrected.from !== 'keeper' || corrected !== newest) throw new Fault(409, 'ANSWERED');
  corrected.body = textOf(visit.body, 'body');
  corrected.corrected = tick(visit.state);
}

function withdraw(visit: Visit): undefined {
  const withdrawn = letter(visit);
  withdrawn.withdrawn ??= tick(visit.state);
  withdrawn.body = '';
}

const thread = ({ state, params }: Visit) => find(state.threads, params['thread']);
const letter = ({ state, params }: Visit) => find(state.letters, params['letter']);
const newestFirst = ({ state }: Visit, key: string) => state.letters.filter((one) => one.thread === key).toReversed();
