/** Where a text stops being JSON. Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const space = /[ \t\r\n]*/y;
const token =
  /[{}[\]:,]|"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/uy;

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'more' | 'nothing';

/**
 * The first place where a text that `JSON.parse` refuses is wrong. What the parser itself says quotes the text, which may be a secret, and does not
 * always say where.
 */
export function findMistake(text: string): Place {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    token.lastIndex = at;
    const [found] = token.exec(text) ?? [];
    const next: Expected | undefined = found === undefined ? undefined : after(found, expected, open);
    if (found === undefined || next === undefined) return placeOf(text, at);
    expected = next;
    at += found.length;
  }
}

/** What may follow; undefined when this may not stand here. Keeps track of what is open. */
function after(found: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const closed = () => (open.length === 0 ? 'nothing' : 'more');
  if (found === '}' || found === ']') {
    const isEmpty = expected === (found === '}' ? 'first key' : 'first value');
    if ((!isEmpty && expected !== 'more') || open.at(-1) !== (found === '}' ? '{' : '[')) return undefined;
    open.pop();
    return closed();
  }
  if (expected === 'more') return found === ',' ? (open.at(-1) === '{' ? 'key' : 'value') : undefined;
  if (expected === 'colon') return found === ':' ? 'value' : undefined;
  if (expected === 'key' || expected === 'first key') return found.startsWith('"') ? 'colon' : undefined;
  if (expected === 'nothing' || found === ',' || found === ':') return undefined;
  if (found !== '{' && found !== '[') return closed();
  open.push(found);
  return found === '{' ? 'first key' : 'first value';
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
