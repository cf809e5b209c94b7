import Table from 'cli-table3';
import type { Output } from './output.ts';
import type { Painter } from './paint.ts';
import { plain } from './plain.ts';

export interface Column {
  readonly head: string;
  /** Characters, without the padding. The one column without a width takes what is left of the line. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
  /** Its cells take as many lines as they need, instead of being cut. */
  readonly wrap?: boolean;
}

/** Any text, as data may hold it; it is made plain, and cut where its column ends. */
export type Cell = string | { readonly text: string; readonly paint: Painter };
export type Row = readonly Cell[];

const padding = 2;

/** A framed table, exactly as wide as the output. */
export function printTable(output: Output, columns: readonly Column[], rows: readonly Row[]): void {
  const borders = columns.length + 1;
  const table = new Table({
    head: columns.map(({ head }) => output.paint.bold(head)),
    colWidths: widths(columns, output.width - borders),
    colAligns: columns.map(({ align = 'left' }) => align),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => cells(columns, row)));
  print(output, table);
}

/** Columns without a frame or a head. */
export function printColumns(output: Output, columns: readonly Omit<Column, 'head'>[], rows: readonly Row[]): void {
  const table = new Table({
    chars: frameless,
    colWidths: widths(columns, output.width),
    colAligns: columns.map(({ align = 'left' }) => align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': padding },
  });
  table.push(...rows.map((row) => cells(columns, row)));
  print(output, table);
}

function widths(columns: readonly Omit<Column, 'head'>[], total: number): number[] {
  const fixed = columns.reduce((sum, { width }) => sum + (width === undefined ? 0 : width + padding), 0);
  return columns.map(({ width }) => (width === undefined ? total - fixed : width + padding));
}

function cells(columns: readonly Pick<Column, 'wrap'>[], row: Row): Table.Cell[] {
  return row.map((cell, index) => ({
    content: typeof cell === 'string' ? plain(cell) : cell.paint(plain(cell.text)),
    wordWrap: columns[index]?.wrap ?? false,
  }));
}

function print(output: Output, table: Table.Table): void {
  // Cutting a text may leave half of an emoji, as wide as a space.
  const text = table.toString().replace(/\p{Surrogate}/gu, ' ');
  for (const line of text.split('\n')) output.line(line.trimEnd());
}

const frameless = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
