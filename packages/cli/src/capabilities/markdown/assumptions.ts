import type { AnyProvider, Assumption } from '@anyinbox/core';
import { namesOf } from '../alike.ts';
import { whoAssumes } from '../assumptions.ts';
import { anchors, setAnchors } from './anchors.ts';
import { markdownTable } from './markdown-table.ts';
import { prose } from './prose.ts';

/** A chapter for each list of assumptions, and a last one about those who have none. */
export function assumptionChapters(providers: readonly AnyProvider[]): readonly string[] {
  const { assuming, others } = whoAssumes(providers);
  const chapters = assuming.flatMap(({ names, providers: group }) => [
    `### ${setAnchors(group.map(anchors.assumptions))}${names}: assumptions`,
    markdownTable(['assumed', 'basis', 'stands on', 'override'], (group[0].assumptions ?? []).map(row)),
  ]);
  const none = `${setAnchors(others.map(anchors.assumptions))}${namesOf(others)}: none declared.`;
  return others.length === 0 ? chapters : [...chapters, none];
}

function row({ assumed, basis, source, override = '–' }: Assumption): string[] {
  return [prose(assumed), basis, prose(source), prose(override)];
}
