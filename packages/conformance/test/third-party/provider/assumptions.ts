import type { Assumption } from '@anyinbox/core/provider';

/** What `FACTS.md` lists as not documented, and what this provider makes of it. */
export const assumptions: readonly Assumption[] = [
  {
    assumed: 'Times are Unix seconds.',
    basis: 'inferred',
    source: 'FACTS.md, Not documented',
    override: 'options.timeUnit',
  },
  {
    assumed: 'Threads are listed by their latest change, the newest first.',
    basis: 'observed',
    source: 'FACTS.md, Not documented',
  },
  { assumed: 'What writes as `robot` is a trigger.', basis: 'inferred', source: 'FACTS.md, Not documented' },
];
