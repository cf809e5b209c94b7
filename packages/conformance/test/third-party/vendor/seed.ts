import type { Letter, Loft, State, Thread } from './state.ts';

/** What is secret in the vendor's answers begins with this. */
export const secretMark = 'pigeon-secret-';

const keepers = [
  { key: 'kp_1', name: 'Ruth Okafor', mail: 'ruth@shop.example', perched: true },
  { key: 'kp_2', name: 'Ivo Brandt', mail: 'ivo@shop.example', perched: false },
] as const;
const flocks = [
  { key: 'fl_1', title: 'Returns' },
  { key: 'fl_2', title: 'Wholesale' },
] as const;
const lofts = ['web', 'mail', 'sms'].map(
  (medium, index): Loft => ({
    key: `lf_${index + 1}`,
    medium,
    title: `Shop by ${medium}`,
    awake: medium !== 'sms',
    hook_secret: `${secretMark}hook-${index + 1}`,
  }),
);

/** Nine threads over all lofts and states, with four letters each: more than a page of the suite, and nothing random. */
export function seed(): State {
  const state: State = { threads: [], letters: [], remarks: [], lofts, keepers, flocks, clock: 1_767_609_000 };
  for (let number = 1; number <= 9; number++) {
    const started = tick(state);
    const key = `th_${number}`;
    for (const from of ['sender', 'robot', 'sender', 'keeper'] as const) state.letters.push(letterOf(state, key, from));
    state.remarks.push(
      ...[1, 2].map((remark) => ({
        key: `rm_${number}_${remark}`,
        thread: key,
        keeper: 'kp_1',
        body: `Remark ${remark}`,
        written: tick(state),
      })),
    );
    state.threads.push(threadOf(state, number, started));
  }
  return state;
}

/** The next moment of the vendor's clock. */
export function tick(state: State): number {
  state.clock += 60;
  return state.clock;
}

function letterOf(state: State, thread: string, from: Letter['from']): Letter {
  const number = state.letters.length + 1;
  const keeper = from === 'keeper' ? 'kp_1' : null;
  const body = `Letter ${number}`;
  return { key: `lt_${number}`, thread, from, keeper, body, written: tick(state), corrected: null, withdrawn: null };
}

function threadOf(state: State, number: number, started: number): Thread {
  const { key, medium, title } = lofts[number % lofts.length] as Loft;
  return {
    key: `th_${number}`,
    topic: number % 2 === 0 ? null : `Order ${number}`,
    state: number % 3 === 0 ? 'landed' : 'flying',
    loft: { key, medium, title },
    sender: {
      key: `sd_${number}`,
      name: `Customer ${number}`,
      mail: number % 2 === 0 ? null : `c${number}@mail.example`,
    },
    keeper: number % 2 === 0 ? { key: 'kp_1', name: 'Ruth Okafor' } : null,
    flock: number % 4 === 0 ? flocks[0] : null,
    unseen: number % 3,
    started,
    moved: state.clock,
    page_ticket: `${secretMark}ticket-${number}`,
  };
}
