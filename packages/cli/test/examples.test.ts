import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Consumer, createConsumer, link } from './packaging/consumer.ts';
import { documents, fencesOf, inTermsOfDocuments, moduleOf, readExamples } from './packaging/documents.ts';
import { redirectVendors, startVendors } from './packaging/vendors.ts';
import { demandBuild, publicPackages, workspace } from './packaging/workspace.ts';

// Every TypeScript example of every document is compiled as a strict project compiles it, and run as it stands: the vendors' real hosts, which
// packaging/redirect-vendors.mjs leads to emulators, and the credentials of packaging/vendors.ts in the environment. One that is marked
// `ts no-run` is compiled only.
const examples = readExamples();
const timeout = 120_000;
const folder = await mkdtemp(join(tmpdir(), 'anyinbox-examples-'));
let consumer: Consumer;
let compilation: string;

beforeAll(async () => {
  await demandBuild();
  const modules = Object.fromEntries(examples.map((example) => [example.module, moduleOf(example)]));
  consumer = await createConsumer(folder, {}, modules);
  for (const { manifest, folder: target } of publicPackages) await link(consumer, manifest.name, target);
  for (const name of ['zod', '@types/node'])
    await link(consumer, name, `${workspace}packages/core/node_modules/${name}`);
  compilation = await consumer.compile().then(
    () => '',
    (error: Error) => inTermsOfDocuments(error.message),
  );
}, timeout);

afterAll(() => rm(folder, { recursive: true, force: true }));

test.for(['README.md', ...publicPackages.map(({ folder }) => `${relative(workspace, folder)}/README.md`)])(
  '%s is there',
  (path) => {
    expect(documents).toContain(path);
  },
);

test.for(documents)('%s has no code under a name that these tests do not know', (document) => {
  const unknown = fencesOf(document).filter(({ info }) => !['ts', 'sh', 'json', 'text'].includes(info[0] ?? ''));
  expect(unknown.map(({ line, info }) => `${document}:${line} ${info.join(' ')}`)).toEqual([]);
});

test("core's README explains every error code", () => {
  const read = (path: string) => readFileSync(`${workspace}packages/core/${path}`, 'utf8');
  const [, union = ''] = /InboxErrorCode =([^;]*);/.exec(read('src/errors/codes.ts')) ?? [];
  const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
  expect(codes).toContain('unauthorized');
  expect(codes.filter((code) => !read('README.md').includes(`\`${code}\``))).toEqual([]);
});

test('the examples compile', () => {
  expect(compilation).toBe('');
});

for (const { place, module } of examples.filter(({ runs }) => runs))
  test(`${place} runs`, { timeout }, async () => {
    const { environment } = await startVendors();
    const program = module.replace(/\.ts$/, '.js');
    const args = [...redirectVendors, '--enable-source-maps', '--stack-trace-limit=50'];
    const { stderr } = await consumer.run(program, { args, env: environment }).catch((error: Error) => {
      throw new Error(inTermsOfDocuments(error.message));
    });
    expect(stderr).toBe('');
  });
