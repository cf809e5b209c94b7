import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Consumer, createConsumer, dependOn, install } from './packaging/consumer.ts';
import { readExamples } from './packaging/documents.ts';
import { type PackedPackage, packAll } from './packaging/pack.ts';
import { run } from './packaging/run.ts';
import { asCommonJs, callsEveryEntryPoint } from './packaging/sources.ts';
import { redirectVendors, startVendors } from './packaging/vendors.ts';
import { demandBuild, publicPackages, workspace } from './packaging/workspace.ts';

// What a user gets: every package is packed as it would be published, judged, and installed into a clean project outside this workspace.
const timeout = 180_000;
const folder = await mkdtemp(join(tmpdir(), 'anyinbox-packaging-'));
const example = readExamples().find(({ place }) => place.startsWith('README.md:'))?.code ?? '';
let packed: ReadonlyMap<string, PackedPackage>;
let consumer: Consumer;

beforeAll(async () => {
  await demandBuild();
  packed = await packAll(join(folder, 'packed'));
  const modules = {
    'example.ts': example,
    'example-as-cjs.cts': asCommonJs(example),
    ...callsEveryEntryPoint([...packed.values()].map(({ manifest }) => manifest)),
  };
  consumer = await createConsumer(join(folder, 'consumer'), dependOn(packed), modules);
  await install(consumer);
}, timeout);

afterAll(() => rm(folder, { recursive: true, force: true }));

const names = publicPackages.map(({ manifest }) => manifest.name);

describe.each(names)('%s, packed', (name) => {
  const get = () => packed.get(name) as PackedPackage;

  test('holds dist, src, README and LICENSE, and nothing else', () => {
    const files = filesBelow(get().unpacked);
    expect(['LICENSE', 'README.md', 'package.json'].filter((file) => !files.includes(file))).toEqual([]);
    const expected =
      /^(LICENSE|README\.md|package\.json|src\/[\w./-]+\.ts|schema\/[\w.-]+\.json|dist\/[\w./-]+\.(js|d\.ts)(\.map)?)$/;
    // Of tests, not about testing: `test-provider.ts` is what conformance is for.
    const ofTests = /(^|\/)(test|tests|__tests__)\/|[.-](test|spec|test-d)\.|tsbuildinfo/;
    expect(files.filter((file) => !expected.test(file) || ofTests.test(file))).toEqual([]);
  });

  test('has in dist what its src says, no less and no more', () => {
    const files = filesBelow(get().unpacked);
    const built = files.filter((file) => /^dist\/.*\.js$/.test(file)).map((file) => file.slice('dist/'.length, -3));
    const sources = files.filter((file) => file.startsWith('src/')).map((file) => file.slice('src/'.length, -3));
    expect(built.sort(), 'a difference means an old dist: run `pnpm clean` and `pnpm build`').toEqual(sources.sort());
  });

  test('has source maps that lead to its own files', () => {
    const maps = filesBelow(get().unpacked).filter((file) => file.endsWith('.map'));
    expect(maps.length).toBeGreaterThan(0);
    for (const map of maps) {
      const path = join(get().unpacked, map);
      const { sources } = JSON.parse(readFileSync(path, 'utf8')) as { sources: string[] };
      for (const source of sources) expect(existsSync(join(dirname(path), source)), `${map} → ${source}`).toBe(true);
    }
  });

  test('depends on versions that a registry knows', () => {
    const ranges = Object.entries({ ...get().manifest.dependencies, ...get().manifest.peerDependencies });
    expect(ranges.filter(([, range]) => !/^[\^~]?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
    expect(JSON.stringify(get().manifest)).not.toMatch(/workspace:|catalog:/);
  });

  test('satisfies publint, strictly', async () => {
    const { buffer } = new Uint8Array(await readFile(get().tarball));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('has types that resolve as its modules do', { timeout }, async () => {
    const attw = `${workspace}node_modules/@arethetypeswrong/cli/dist/index.js`;
    const args = [attw, get().tarball, '--profile', 'esm-only', '--format', 'json'];
    const { stdout } = await run(process.execPath, args, { cwd: folder });
    const { analysis } = JSON.parse(stdout) as { analysis: { types: unknown; entrypoints: object } };
    expect(analysis.types).toMatchObject({ kind: 'included' });
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(get().manifest.exports));
  });
});

describe('a clean project with the packed packages', () => {
  test('compiles, strictly', { timeout }, async () => {
    await expect(consumer.compile()).resolves.toBeUndefined();
  });

  test.each(['example.js', 'example-as-cjs.cjs'])(
    "runs the README's example on each vendor: %s",
    { timeout },
    async (program) => {
      const { smartsender, sendyiq, environment } = await startVendors();
      const sends = () =>
        [smartsender, sendyiq].map(({ requests }) => requests.filter(({ method }) => method === 'POST').length);
      await consumer.run(program, { args: redirectVendors, env: { ...environment, VENDOR: 'smartsender' } });
      const [bySmartsender, none] = sends();
      expect(bySmartsender).toBeGreaterThan(0);
      expect(none).toBe(0);
      await consumer.run(program, { args: redirectVendors, env: { ...environment, VENDOR: 'sendyiq' } });
      expect(sends()).toEqual([bySmartsender, expect.any(Number)]);
      expect(sends()[1]).toBeGreaterThan(0);
    },
  );

  test('gets the same from every entry point by import and by require', { timeout }, async () => {
    const [imported, required] = await Promise.all(
      ['entry-points.js', 'entry-points-as-cjs.cjs'].map((program) => consumer.run(program, {})),
    );
    expect(JSON.parse(imported?.stdout ?? '')).toMatchObject({
      '@anyinbox/core': expect.arrayContaining(['createInbox']),
    });
    expect(required?.stdout).toBe(imported?.stdout);
    expect([imported?.stderr, required?.stderr]).toEqual(['', '']);
  });

  test('has the command, with all that its demo needs', { timeout }, async () => {
    const anyinbox = (...args: string[]) =>
      run(join(consumer.folder, 'node_modules/.bin/anyinbox'), args, { cwd: consumer.folder });
    const { version } = (packed.get('anyinbox') as PackedPackage).manifest;
    await expect(anyinbox('--version')).resolves.toEqual({ stdout: `${version}\n`, stderr: '' });
    await expect(anyinbox('demo')).resolves.toMatchObject({ stderr: '' });
  });
});

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}
