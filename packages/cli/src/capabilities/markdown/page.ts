import type { AnyProvider } from '@anyinbox/core';
import { legend } from '../code.ts';
import { anchors } from './anchors.ts';
import { assumptionChapters } from './assumptions.ts';
import { detailChapters } from './details.ts';
import { fullMatrix } from './matrix.ts';

/** Everything that the providers declare, as a page of Markdown without an end of line at its end. */
export function capabilityPage(providers: readonly AnyProvider[]): string {
  const links = (place: (provider: AnyProvider) => string, size: (provider: AnyProvider) => string) =>
    providers.map((provider) => `[${provider.name}${size(provider)}](#${place(provider)})`).join(', ');
  return [
    '# What each provider can do',
    'What the providers declare. An inbox has the types of its declaration, refuses everything else before any request, and the conformance tests prove both.',
    [
      '- [Matrix](#matrix): what works where',
      `- Limits and notes: ${links(anchors.details, () => '')}`,
      `- Assumptions: ${links(anchors.assumptions, ({ assumptions = [] }) => ` (${assumptions.length})`)}`,
    ].join('\n'),
    '## Matrix',
    [...legend, 'a link leads to limits and notes'].map((line) => `- ${line}`).join('\n'),
    fullMatrix(providers),
    '## Limits and notes',
    ...detailChapters(providers),
    '## Assumptions',
    'What a provider takes for granted although its vendor does not document it: the fact it stands on, and how an app corrects it when it turns out\nwrong (– where it cannot). Mapping tolerates each of them being wrong. `vendors/….md §…` is a place in the fact sheet about that vendor, which is kept\nwith the project’s design documents and not in this repository.',
    ...assumptionChapters(providers),
  ].join('\n\n');
}
