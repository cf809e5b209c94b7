import type { Capability } from '@anyinbox/core';

const levels = { full: '●', partial: '◐', 'not-yet': '○', store: '○', vendor: '–' } as const;
const ways = { native: 'n', composed: 'c', mirror: 'm' } as const;
const grounds = { documented: 'd', observed: 'o', inferred: 'i' } as const;

/** Level, via and basis in few characters: `● nd`. The legend explains them. */
export function codeOf(capability: Capability): string {
  if (capability.level === 'none') return levels[capability.because];
  const store = capability.withStore ? ` ${withStore}` : '';
  return `${levels[capability.level]} ${ways[capability.via]}${grounds[capability.basis]}${store}`;
}

const withStore = '+m';

/** What the characters mean, by the question that they answer. Must name every one. */
export const legend = [
  `${levels.full} full, ${levels.partial} partial, ${levels['not-yet']} not built yet, ${levels.vendor} the vendor has none`,
  `${ways.native} one native call, ${ways.composed} composed of several`,
  `${ways.mirror} from the mirror, which needs a store; ${withStore} from there if there is one`,
  `${grounds.documented} documented by the vendor, ${grounds.observed} observed in other clients, ${grounds.inferred} inferred`,
] as const;
