import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../..', import.meta.url));
const sources = (folder: string) =>
  readdirSync(`${packages}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(`${packages}/${folder}/${name}`, 'utf8') }));
const imports = (text: string) => [...text.matchAll(/from '([^']+)'/g)].map(([, path]) => path as string);

/** Lowest first. */
const rooms = ['errors', 'model', 'store', 'provider', 'http', 'inbox', 'events', 'tenants'];

describe('the rooms of core', () => {
  it.each(sources('core/src').filter(({ name }) => name.includes('/')))(
    '$name imports only from its room and lower ones, through their doors',
    ({ name, text }) => {
      const room = rooms.indexOf(name.split('/')[0] as string);
      expect(room).toBeGreaterThanOrEqual(0);
      for (const path of imports(text)) {
        const [, other, file] = /^\.\.\/([^/]+)\/(.+)$/.exec(path) ?? [];
        if (other === undefined) continue;
        expect(rooms.indexOf(other), path).toBeLessThan(room);
        expect(file, path).toBe('index.ts');
      }
    },
  );

  it('knows no vendor', () => {
    for (const { name, text } of sources('core/src'))
      expect(
        imports(text).filter((path) => /smartsender|sendyiq|brevo|blinger|emulators/.test(path)),
        name,
      ).toEqual([]);
  });
});

describe.each(['smartsender', 'sendyiq', 'brevo', 'blinger'])('the provider package %s', (folder) => {
  it.each(sources(`${folder}/src`))('$name imports only the provider side of core, zod and itself', ({ text }) => {
    const own = folder === 'sendyiq' ? /^@microsoft\/signalr$/ : /^$/;
    for (const path of imports(text))
      expect(own.test(path) || /^(\.{1,2}\/|node:crypto$|@anyinbox\/core\/provider$|zod$)/.test(path), path).toBe(true);
  });
});

describe('every source file', () => {
  const all = ['core', 'smartsender', 'sendyiq', 'brevo', 'blinger', 'emulators', 'conformance'].flatMap((folder) =>
    sources(`${folder}/src`).map((file) => ({ ...file, folder })),
  );

  it('keeps its state in functions, not in the module', () => {
    const stateful = all.filter(({ text }) =>
      /^(let|var) |^(export )?const \w+ = new (Map|Set|WeakMap|WeakSet)\(\)/m.test(text),
    );
    expect(stateful.map(({ folder, name }) => `${folder}/${name}`)).toEqual([]);
  });

  it('is short', () => {
    const long = all.filter(({ text }) => text.split('\n').length > 400);
    expect(long.map(({ folder, name }) => `${folder}/${name}`)).toEqual([]);
  });
});
