import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Fence, readFences } from './fences.ts';
import { workspace } from './workspace.ts';

const inFolder = (folder: string, pick: (name: string) => string) =>
  existsSync(workspace + folder) ? readdirSync(workspace + folder).map((name) => `${folder}/${pick(name)}`) : [];

/** What users read, by path from the workspace's root. */
export const documents: readonly string[] = [
  'README.md',
  ...inFolder('packages', (name) => `${name}/README.md`),
  ...inFolder('docs', (name) => name),
].filter((path) => path.endsWith('.md') && existsSync(workspace + path));

export interface Example extends Fence {
  /** `packages/core/README.md:12`. */
  readonly place: string;
  /** Where it stands among the modules of a consumer. */
  readonly module: string;
  /** False for a fence marked `no-run`: it is compiled only. */
  readonly runs: boolean;
}

export function fencesOf(document: string): Fence[] {
  return readFences(readFileSync(workspace + document, 'utf8'));
}

/** The TypeScript of all documents. */
export function readExamples(): Example[] {
  return documents.flatMap((document) =>
    fencesOf(document)
      .filter(({ info }) => info[0] === 'ts')
      .map((fence) => ({
        ...fence,
        place: `${document}:${fence.line}`,
        module: `${document}.${fence.line}.ts`,
        runs: !fence.info.includes('no-run'),
      })),
  );
}

/** The example as a module in which every line has the number it has in the document, so that an error names the document's line. */
export function moduleOf({ code, line }: Fence): string {
  return `${'\n'.repeat(line - 1)}${code}\n`;
}

/** What a compiler or a stack trace says about those modules, about the documents. */
export function inTermsOfDocuments(output: string): string {
  return output.replace(
    /(?:file:\/\/)?[^\s(]*\bsrc\/([\w./-]+?\.md)\.\d+\.ts(?:\((\d+),(\d+)\)|:(\d+)(?::(\d+))?)/g,
    (_, document, row, column, line, position) => `${document}:${row ?? line}:${column ?? position ?? 1}`,
  );
}
