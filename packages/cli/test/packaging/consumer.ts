import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PackedPackage, pnpm } from './pack.ts';
import { run } from './run.ts';
import { tsc } from './workspace.ts';

/** How strict projects compile. No source condition, no skipLibCheck: the declarations have to stand on their own. */
const compilerOptions = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'nodenext',
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  moduleDetection: 'force',
  sourceMap: true,
  rootDir: 'src',
  outDir: 'out',
};

/** Somebody's project: modules in `src`, compiled into `out`. */
export interface Consumer {
  readonly folder: string;
  /** Rejects with what the compiler says. */
  compile(): Promise<void>;
  /** Runs a compiled module, by its path below `out`. Rejects with what it printed. */
  run(
    program: string,
    options: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> },
  ): ReturnType<typeof run>;
}

/** `modules` by their path below `src`. Dependencies are up to the caller. */
export async function createConsumer(
  folder: string,
  manifest: object,
  modules: Readonly<Record<string, string>>,
): Promise<Consumer> {
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await write('package.json', json({ name: 'consumer', private: true, type: 'module', ...manifest }));
  await write('tsconfig.json', json({ compilerOptions, include: ['src'] }));
  for (const [path, content] of Object.entries(modules)) await write(`src/${path}`, content);
  return {
    folder,
    async compile() {
      await run(process.execPath, [tsc, '-p', folder], { cwd: folder });
    },
    run(program, { args = [], env = {} }) {
      return run(process.execPath, [...args, join(folder, 'out', program)], { cwd: folder, env });
    },
  };
}

/** Puts a package where the project finds it, without installing. */
export async function link({ folder }: Consumer, name: string, target: string): Promise<void> {
  const path = join(folder, 'node_modules', name);
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, 'junction');
}

/**
 * What package.json says to have the packed packages and nothing else of this workspace: each other from the tarballs, the rest from the registry.
 */
export function dependOn(packed: ReadonlyMap<string, PackedPackage>): object {
  const tarballs = Object.fromEntries([...packed].map(([name, { tarball }]) => [name, `file:${tarball}`]));
  return {
    dependencies: tarballs,
    devDependencies: { '@types/node': '^20.19.0' },
    pnpm: { overrides: tarballs },
  };
}

/** pnpm shows a package only what it declares, so an import of anything else fails. */
export async function install({ folder }: Consumer): Promise<void> {
  await pnpm(['install', '--no-frozen-lockfile', '--ignore-scripts', '--prefer-offline'], folder);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
