import { canonicalJson } from '../provider/index.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface Facts {
  readonly value: Fields;
  /** When each field was last told; those of `contact` and `channel` one by one. */
  readonly stamps: Readonly<Record<string, string>>;
}

/** Told a field at a time: who hears of a new name must not forget the phone number. */
const parts = new Set(['contact', 'channel']);

/**
 * Lays what was told at a time over what is known. The result depends on the set of tellings alone, not on their order or number: of each field the
 * latest telling wins, of two at the same time the one with the greater JSON. A field that carries its own time is taken for no later than `latest`.
 */
export function mergeFacts(known: Facts, told: Fields, at: string, latest = at): Facts {
  const value: Record<string, unknown> = { ...known.value };
  const stamps: Record<string, string> = { ...known.stamps };
  const tell = (target: Record<string, unknown>, path: string, name: string, field: unknown, when: string) => {
    const stamp = stamps[path];
    if (stamp !== undefined && (stamp > when || (stamp === when && !isGreater(field, target[name])))) return;
    stamps[path] = when;
    target[name] = field;
  };
  for (const [name, field] of Object.entries(told)) {
    if (field === undefined) continue;
    if (parts.has(name) && isObject(field)) {
      const part = { ...(value[name] as Fields | undefined) };
      for (const [inner, content] of Object.entries(field))
        if (content !== undefined) tell(part, `${name}.${inner}`, inner, content, at);
      value[name] = part;
    } else tell(value, name, name, field, rules[name]?.(field, latest) ?? at);
  }
  return { value, stamps };
}

/** Fields that carry their own time, or whose extreme counts: their stamp is not the event's. */
const rules: Readonly<Record<string, (field: unknown, latest: string) => string | undefined>> = {
  // The latest ever told.
  updatedAt: (field, latest) => earlier(text(field), latest),
  // The earliest ever told: the stamp grows as the time shrinks.
  createdAt: (field) => text(field) && inverted(text(field) ?? ''),
  lastMessage: (field, latest) => (isObject(field) ? earlier(text(field['createdAt']), latest) : undefined),
};

/** The time, but none after `latest`. */
export function earlier<T extends string | undefined>(time: T, latest: string): T | string {
  return time !== undefined && time > latest ? latest : time;
}

function inverted(time: string): string {
  return [...time].map((digit) => (digit >= '0' && digit <= '9' ? String(9 - Number(digit)) : digit)).join('');
}

function isGreater(left: unknown, right: unknown): boolean {
  return canonicalJson(left) > canonicalJson(right);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
