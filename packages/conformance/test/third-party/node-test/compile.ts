import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './run-node.ts';

const packages = fileURLToPath(new URL('../../../..', import.meta.url));
const tsc = fileURLToPath(new URL('../../../../../node_modules/typescript/bin/tsc', import.meta.url));

/**
 * Node 20 runs no TypeScript: compiles the entries beside this file and the packages they use into a folder of its own, so that nothing depends on
 * what was built when. Types are checked elsewhere.
 */
export async function compile(entries: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'anyinbox-node-test-'));
  const config = {
    extends: `${packages}../tsconfig.base.json`,
    compilerOptions: {
      ...{ composite: false, declarationMap: false, sourceMap: false, types: [], noCheck: true },
      ...{ rootDir: packages, outDir: folder },
    },
    include: ['core', 'conformance'].map((name) => `${packages}${name}/src`),
    files: entries.map((entry) => fileURLToPath(new URL(`./${entry}.ts`, import.meta.url))),
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { status, output } = await runNode([tsc, '-p', folder], folder);
  if (status !== 0) throw new Error(output);
  await provide(folder, 'core', { '.': './src/index.js', './provider': './src/provider/index.js' });
  await provide(folder, 'conformance', { '.': './src/index.js' });
  return folder;
}

/** Makes a compiled package what an import of its name finds, with the dependencies it has here. */
async function provide(folder: string, name: string, exports: object): Promise<void> {
  const target = join(folder, name);
  const manifest = { name: `@anyinbox/${name}`, type: 'module', exports };
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest));
  await mkdir(join(folder, 'node_modules/@anyinbox'), { recursive: true });
  await symlink(target, join(folder, 'node_modules/@anyinbox', name), 'junction');
  await mkdir(join(target, 'node_modules'));
  const { dependencies } = JSON.parse(await readFile(`${packages}${name}/package.json`, 'utf8'));
  for (const dependency of Object.keys(dependencies).filter((one) => !one.startsWith('@')))
    await symlink(
      `${packages}${name}/node_modules/${dependency}`,
      join(target, 'node_modules', dependency),
      'junction',
    );
}
