import type { AnyProvider } from '@anyinbox/core';
import { alike } from '../alike.ts';
import { detailsOf } from '../details.ts';
import { anchors, setAnchors } from './anchors.ts';
import { prose } from './prose.ts';

/** A chapter for each declaration: its limits and notes. */
export function detailChapters(providers: readonly AnyProvider[]): readonly string[] {
  return alike(providers, ({ capabilities }) => capabilities).flatMap(({ names, providers: group }) => [
    `### ${setAnchors(group.map(anchors.details))}${names}`,
    detailList(group) || 'None.',
  ]);
}

function detailList(group: readonly [AnyProvider, ...AnyProvider[]]): string {
  return detailsOf(group[0].capabilities)
    .map(({ operations, text }) => {
      const place = setAnchors(group.map((provider) => anchors.detail(provider, operations[0])));
      return `- ${place}${operations.map((name) => `\`${name}\``).join(', ')}: ${prose(text)}`;
    })
    .join('\n');
}
