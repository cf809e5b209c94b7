import type { Assumption } from '@anyinbox/core';
import { expect, test } from 'vitest';
import { markdownTable } from '../../src/capabilities/markdown/markdown-table.ts';
import { compactMatrix } from '../../src/capabilities/markdown/matrix.ts';
import { capabilityPage } from '../../src/capabilities/markdown/page.ts';
import { prose } from '../../src/capabilities/markdown/prose.ts';
import { withCapabilities } from '../../src/capabilities/markdown/readme-block.ts';
import { knownProviders } from '../../src/config/known-providers.ts';
import { full, toyProvider } from '../support/toy-providers.ts';

test.for([
  ['Two\n lines ', 'Two lines'],
  ['<script> & *stars* [x](y)', '\\<script\\> \\& \\*stars\\* \\[x\\](y)'],
  ['`from_*` of from_*', '`from_*` of from\\_\\*'],
  ['an ` open tick', 'an \\` open tick'],
  ['back\\slash', 'back\\\\slash'],
])('a declaration cannot say more than its text in Markdown: %j', ([text = '', expected]) => {
  expect(prose(text)).toBe(expected);
});

test('a bar in a cell ends no cell', () => {
  expect(markdownTable(['a'], [['x | `y|z`']])).toBe('| a           |\n| ----------- |\n| x \\| `y\\|z` |');
});

const assumptions: readonly Assumption[] = [
  { assumed: 'Bodies are JSON.', basis: 'inferred', source: 'facts §1', override: 'options.encoding' },
  { assumed: 'Times are UTC.', basis: 'observed', source: 'facts §2' },
];

test('the page says everything that a provider declares', () => {
  const provider = toyProvider({
    capabilities: { 'messages.get': { ...full, level: 'partial', limits: { items: 9 }, note: 'Slowly.' } },
    assumptions,
  });
  const page = compact(capabilityPage([provider]));
  expect(page).toContain('\n| `messages.get` | [◐ nd](#toy.messages.get) |\n');
  expect(page).toContain('\n| `messages.edit` | – |\n');
  expect(page).toContain('\n### <a id="limits-toy"></a>Toy\n');
  expect(page).toContain('\n- <a id="toy.messages.get"></a>`messages.get`: At most 9 items. Slowly.\n');
  expect(page).toContain('\n| Bodies are JSON. | inferred | facts §1 | options.encoding |\n');
  expect(page).toContain('\n| Times are UTC. | observed | facts §2 | – |');
  expect(page).not.toContain('none declared');
});

test('a provider without limits, notes and assumptions is told of too', () => {
  const page = capabilityPage([toyProvider({ assumptions: [] })]);
  expect(page).toContain('\n### <a id="limits-toy"></a>Toy\n\nNone.\n');
  expect(page).toMatch(/<a id="assumptions-toy"><\/a>Toy: none declared\.$/);
});

test('every link within the page leads somewhere, and no place is set twice', () => {
  const page = capabilityPage(knownProviders);
  const places = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, name]) => name);
  const headings = [...page.matchAll(/^## (\w+)$/gm)].map(([, title]) => title?.toLowerCase());
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, name]) => name);
  expect(links.filter((name) => ![...places, ...headings].includes(name))).toEqual([]);
  expect(new Set(places).size).toBe(places.length);
});

test('the compact table: operations of a group that all providers have alike share a row', () => {
  const providers = [
    toyProvider({ id: 'a', capabilities: { 'channels.list': full, 'channels.delete': full } }),
    toyProvider({ id: 'b' }),
  ];
  const rows = compact(compactMatrix(providers)).split('\n');
  expect(rows[0]).toBe('| | [a] | [b] |');
  expect(rows).toContain('| channels: list, delete | ● nd | – |');
  expect(rows).toContain('| groups: list | – | – |');
});

test('the README keeps everything around its markers', () => {
  const marker = '<!-- capabilities -->';
  const readme = withCapabilities(`before\n${marker}\nold\n${marker}\nafter`, [toyProvider()], 'page.md');
  expect(readme).toMatch(/^before\n<!-- capabilities -->\n\n\| .*\n\n<!-- capabilities -->\nafter$/s);
  expect(readme).toContain('\n[toy]: page.md#limits-toy\n');
  expect(readme).not.toContain('old');
  expect(withCapabilities(readme, [toyProvider()], 'page.md')).toBe(readme);
});

test.for(['', '<!-- capabilities -->', '<!-- capabilities -->'.repeat(3)])(
  'a README without its two markers is refused: %j',
  (readme) => {
    expect(() => withCapabilities(readme, [], 'page.md')).toThrow('twice');
  },
);

/** Without the spaces that align columns. */
function compact(markdown: string): string {
  return markdown.replace(/ +/g, ' ');
}
