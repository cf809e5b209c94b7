/** What a declaration says, in which backticks mark code, as Markdown of one line that says nothing else. */
export function prose(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`<>&*_~[\]]/g, '\\$&')))
    .join('');
}
