import { type BrevoAgentRecord, type BrevoGroup, type BrevoState, takeId } from '../state.ts';

const staff = [
  ['Oksana Melnyk', 'oksana.melnyk'],
  ['Tomasz Żak', 'tomasz.zak'],
  ['Inès Benali', 'ines.benali'],
  ['Kenji Mori', 'kenji.mori'],
  ['Ayşe Çelik', 'ayse.celik'],
] as const;

const teams = [
  ['Support', [0, 1, 2]],
  ['Продажі', [3]],
  ['Retours et échanges', [2, 4]],
] as const;

/** An account with its agents and groups and without a single visitor: the `empty` seed. */
export function emptyAccount(): BrevoState {
  const state: BrevoState = { agents: [], groups: [], conversations: [], accessTokens: [], made: 0 };
  state.agents = staff.map(([name, local], index): BrevoAgentRecord => {
    const id = takeId(state);
    return {
      id,
      name,
      email: `${local}@shop.example.com`,
      userpic: index % 2 === 0 ? `https://cdn.example.com/agents/${id}.jpg` : null,
      online: index < 2,
      onlineUntil: 0,
      dummy: false,
    };
  });
  state.groups = teams.map(
    ([name, members]): BrevoGroup => ({
      id: takeId(state),
      name,
      agentIds: members.map((index) => (state.agents[index] as BrevoAgentRecord).id),
    }),
  );
  return state;
}
