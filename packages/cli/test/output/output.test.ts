import { describe, expect, test } from 'vitest';
import { createOutput } from '../../src/output/output.ts';
import { plain } from '../../src/output/plain.ts';
import { printColumns, printTable } from '../../src/output/table.ts';
import { capture } from '../support/capture.ts';
import { displayWidth } from '../support/display-width.ts';

const columns = [{ head: 'Name' }, { head: 'Unread', width: 6, align: 'right' as const }];
const names = ['Ada', '王小明', 'Yuki 🚲 Mori', 'Zoë', `${'🚲'.repeat(60)}!`, `a${'王'.repeat(60)}`];

describe('tables', () => {
  test.for<[number | undefined, number]>([
    [undefined, 80],
    [40, 80],
    [92, 92],
    [200, 100],
  ])('in a terminal of %s columns take %s', ([terminal, width]) => {
    const stream = capture({ columns: terminal });
    printTable(
      createOutput(stream, {}),
      columns,
      names.map((name) => [name, '1']),
    );
    const lines = stream.lines().slice(0, -1);
    expect(lines).toHaveLength(names.length + 4);
    expect([...new Set(lines.map(displayWidth))]).toEqual([width]);
  });

  test('a text that is too long is cut, and no half of an emoji is left', () => {
    const stream = capture();
    printColumns(createOutput(stream, {}), [{ width: 3 }, {}], [['abcdef', '🚲'.repeat(60)]]);
    expect(stream.text()).toMatch(/^ab… {2}🚲+ ?…$/mu);
    expect(stream.text()).not.toMatch(/\p{Surrogate}/u);
    expect(stream.lines()).toHaveLength(2);
  });

  test('a column that wraps takes as many lines as its text needs', () => {
    const stream = capture();
    const text = `${'word '.repeat(20)}end`;
    printColumns(createOutput(stream, {}), [{ width: 3 }, { wrap: true }], [['abcdef', text]]);
    const lines = stream.lines().slice(0, -1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^ab… {2}word /u);
    expect(lines.map((line) => line.slice(5)).join(' ')).toBe(text);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
  });

  test('data cannot reach the terminal as commands or break a line', () => {
    const stream = capture();
    printColumns(createOutput(stream, {}), [{}], [['a\u001b[2Jb\r\nc\u009b31md\u202ee']]);
    expect(stream.text()).toBe('a [2Jb c 31mde\n');
  });
});

describe('colours', () => {
  const paint = (isTTY: boolean, environment: Record<string, string>) =>
    createOutput(capture({ isTTY }), environment).paint.green('x');

  test('only on a terminal', () => {
    expect(paint(true, { TERM: 'xterm' })).toBe('\u001b[32mx\u001b[39m');
    expect(paint(false, { TERM: 'xterm' })).toBe('x');
  });

  test('not on one that cannot, nor where NO_COLOR is set to anything', () => {
    expect(paint(true, { TERM: 'dumb' })).toBe('x');
    expect(paint(true, { NO_COLOR: '0' })).toBe('x');
    expect(paint(true, { NO_COLOR: '' })).toBe('\u001b[32mx\u001b[39m');
  });

  test('a painted cell is as wide as a plain one', () => {
    const stream = capture({ isTTY: true });
    const output = createOutput(stream, {});
    printTable(output, columns, [[{ text: 'Ada', paint: output.paint.red }, '1']]);
    const [, , , row = ''] = stream.lines();
    expect(row).toContain('\u001b[31mAda\u001b[39m');
    expect(displayWidth(row.replace('\u001b[31m', '').replace('\u001b[39m', ''))).toBe(80);
  });
});

test.for([
  ['  two\n\n lines ', 'two lines'],
  ['tab\tand\u2028separator', 'tab and separator'],
  ['\u2067right\u2069 to left\u200f', 'right to left'],
  ["Yuki 🚲 Mori, Siobhán O'Brien, 王小明", "Yuki 🚲 Mori, Siobhán O'Brien, 王小明"],
])('plain: %j', ([text = '', expected]) => {
  expect(plain(text)).toBe(expected);
});
