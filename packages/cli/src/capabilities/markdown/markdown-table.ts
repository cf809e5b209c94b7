/** A table of GitHub's Markdown, as the formatter of this repository leaves it. Cells are Markdown of one line. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((text) => text.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => length(row[column]))));
  const line = (row: readonly string[]) => `| ${row.map((text, column) => pad(text, widths[column])).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

function pad(text: string, width = 0): string {
  return text + ' '.repeat(width - length(text));
}

function length(text = ''): number {
  return [...text].length;
}
