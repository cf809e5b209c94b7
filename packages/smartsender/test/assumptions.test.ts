import { smartsender } from '@anyinbox/smartsender';
import { expect, test } from 'vitest';
import * as values from '../src/assumptions.ts';
import { config } from '../src/config.ts';
import { about } from '../src/declared-assumptions.ts';

const declared = smartsender.assumptions ?? [];

test('every assumption that has a value is declared', () => {
  expect(Object.keys(about).toSorted()).toEqual(Object.keys(values).toSorted());
  expect(declared).toEqual(expect.arrayContaining(Object.values(about)));
});

test('what is declared is one sentence each, no two of them the same', () => {
  expect(declared.length).toBeGreaterThan(Object.keys(values).length);
  expect(new Set(declared.map(({ assumed }) => assumed)).size).toBe(declared.length);
  for (const { assumed, basis, source } of declared) {
    expect(assumed).toMatch(/^[A-Z`].*\.$/);
    expect(['observed', 'inferred']).toContain(basis);
    expect(source).toMatch(/^vendors\/smartsender\.md §[A-Z]\w+$/);
  }
});

test('an option that corrects one is an option', () => {
  const overrides = declared.flatMap(({ override }) => override?.split(', ') ?? []);
  const options = config.parse({ credentials: { token: 'x' } }).options;
  for (const override of overrides) {
    const [place, name, field] = override.split('.');
    if (place === 'options') expect(options).toHaveProperty([name ?? '']);
    else if (place === 'normalize') expect([name === 'list', field !== undefined]).toContain(true);
    else expect(override).toMatch(/^providerOptions\.smartsender\.\w+$/);
  }
});
