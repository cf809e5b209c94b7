import type { Manifest } from './workspace.ts';

/** A module with imports and then code, as the CommonJS module of an author who has no top-level await. */
export function asCommonJs(source: string): string {
  const imports = source.match(/^import .*;$/gm) ?? [];
  const code = imports.reduce((rest, statement) => rest.replace(statement, ''), source);
  return `${imports.join('\n')}\n\nasync function main() {\n${code}\n}\n\nvoid main();\n`;
}

/** Modules that print, as JSON, what every entry point of the packages exports: one by import, one by require. */
export function callsEveryEntryPoint(manifests: readonly Manifest[]): Record<string, string> {
  const entryPoints = manifests.flatMap(({ name, exports }) =>
    Object.keys(exports).map((path) => `${name}${path.slice(1)}`),
  );
  const module = (statement: (name: string, index: number) => string) =>
    `${[
      ...entryPoints.map(statement),
      `const entryPoints = { ${entryPoints.map((name, index) => `'${name}': entry${index}`).join(', ')} };`,
      'const names = Object.entries(entryPoints).map(([name, entry]) => [name, Object.keys(entry).sort()]);',
      'process.stdout.write(JSON.stringify(Object.fromEntries(names)));',
    ].join('\n')}\n`;
  return {
    'entry-points.ts': module((name, index) => `import * as entry${index} from '${name}';`),
    'entry-points-as-cjs.cts': module((name, index) => `import entry${index} = require('${name}');`),
  };
}
