/** A connection as it stands in JSON. */
export interface WrittenConnection {
  readonly id: string;
  readonly provider: string;
  readonly credentials: object;
  readonly options?: object | undefined;
}

export interface DiffLine {
  readonly change: 'removed' | 'added' | 'same';
  readonly text: string;
}

/** What changes from one connection to another, field by field. Credentials are not shown. */
export function connectionDiff(before: WrittenConnection, after: WrittenConnection): DiffLine[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort(byGroup).flatMap((path): DiffLine[] => {
    const [removed, added] = [old.get(path), now.get(path)];
    if (removed?.value === added?.value) return [{ change: 'same', text: `${path}: ${removed?.shown}` }];
    return [
      ...(removed === undefined ? [] : [{ change: 'removed', text: `${path}: ${removed.shown}` } as const]),
      ...(added === undefined ? [] : [{ change: 'added', text: `${path}: ${added.shown}` } as const]),
    ];
  });
}

const groups = ['id', 'provider', 'credentials', 'options'];

function byGroup(left: string, right: string): number {
  const rank = (path: string) => groups.findIndex((group) => path.startsWith(group));
  return rank(left) - rank(right);
}

interface Field {
  /** For comparing. */
  readonly value: string;
  readonly shown: string;
}

function fieldsOf({ id, provider, credentials, options = {} }: WrittenConnection): Map<string, Field> {
  return new Map([
    ['id', open(id)],
    ['provider', open(provider)],
    ...Object.entries(credentials).map(([name, value]) => [`credentials.${name}`, hidden(value)] as const),
    ...Object.entries(options).map(([name, value]) => [`options.${name}`, open(value)] as const),
  ]);
}

function open(value: unknown): Field {
  const text = JSON.stringify(value);
  return { value: text, shown: typeof value === 'string' ? value : text };
}

function hidden(value: unknown): Field {
  return { value: JSON.stringify(value), shown: '[secret]' };
}
