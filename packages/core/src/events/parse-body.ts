/** Objects and arrays within each other, of which no vendor sends more than a handful. */
const maxDepth = 64;

/**
 * The JSON that a text is, whatever its content type says; the text itself when it is none, or is nested so deeply that reading it would be a danger.
 */
export function parseBody(text: string): unknown {
  if (!isShallow(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function isShallow(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > maxDepth) return false;
    } else if (character === '}' || character === ']') depth--;
  }
  return true;
}
