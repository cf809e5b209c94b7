import { mkdir } from 'node:fs/promises';
import { run } from './run.ts';
import { type Manifest, publicPackages, readManifest, workspace } from './workspace.ts';

export interface PackedPackage {
  /** The tarball as it would be uploaded. */
  readonly tarball: string;
  /** A folder with what is in it. */
  readonly unpacked: string;
  /** Its package.json, not that of the workspace. */
  readonly manifest: Manifest;
}

/** The pnpm that this workspace names, whatever else is installed; it needs npx only. */
export function pnpm(args: readonly string[], cwd: string) {
  const { packageManager } = readManifest(workspace) as Manifest & { readonly packageManager: string };
  return run('npx', ['-y', `--package=${packageManager}`, '--', 'pnpm', ...args], { cwd });
}

/** Packs every public package into `folder`, in one go. */
export async function packAll(folder: string): Promise<ReadonlyMap<string, PackedPackage>> {
  const filters = publicPackages.map(({ manifest }) => `--filter=${manifest.name}`);
  const { stdout } = await pnpm(['-r', ...filters, 'pack', '--json', '--pack-destination', folder], workspace);
  const packed = [JSON.parse(stdout)].flat() as { readonly name: string; readonly filename: string }[];
  const entries = packed.map(async ({ name, filename }) => {
    const unpacked = `${folder}/unpacked/${name}`;
    await mkdir(unpacked, { recursive: true });
    await run('tar', ['-xzf', filename, '-C', unpacked, '--strip-components=1'], { cwd: folder });
    return [name, { tarball: filename, unpacked, manifest: readManifest(unpacked) }] as const;
  });
  return new Map(await Promise.all(entries));
}
