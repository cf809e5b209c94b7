import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

export const workspace = fileURLToPath(new URL('../../../..', import.meta.url));

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface WorkspacePackage {
  /** Its folder, absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages that are published. */
export const publicPackages: readonly WorkspacePackage[] = readdirSync(`${workspace}packages`)
  .map((name) => `${workspace}packages/${name}`)
  .filter((folder) => existsSync(`${folder}/package.json`))
  .map((folder) => ({ folder, manifest: readManifest(folder) }))
  .filter(({ manifest }) => manifest.private !== true);

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
}

export const tsc = `${workspace}node_modules/typescript/bin/tsc`;

/** These tests look at what was built. Throws when that is missing or older than its source. */
export async function demandBuild(): Promise<void> {
  const projects = publicPackages.map(({ folder }) => folder);
  const plan = await run(process.execPath, [tsc, '-b', '--dry', ...projects], { cwd: workspace }).catch(
    () => undefined,
  );
  if (plan === undefined || /would build/.test(plan.stdout))
    throw new Error('dist is missing or older than src: run `pnpm build` first (`pnpm verify` does).');
}
