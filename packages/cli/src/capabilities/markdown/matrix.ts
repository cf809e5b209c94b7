import { type AnyProvider, type Operation, operations } from '@anyinbox/core';
import { codeOf } from '../code.ts';
import { detailsOf } from '../details.ts';
import { anchors } from './anchors.ts';
import { markdownTable } from './markdown-table.ts';

/** Operations by providers. A code leads to what else there is to say about it. */
export function fullMatrix(providers: readonly AnyProvider[]): string {
  const heads = providers.map((provider) => `[${provider.id}](#${anchors.details(provider)})`);
  const columns = providers.map((provider) => linkedCodes(provider));
  const rows = operations.map((operation) => [
    `\`${operation}\``,
    ...columns.map((codes) => codes.get(operation) as string),
  ]);
  return markdownTable(['operation', ...heads], rows);
}

function linkedCodes(provider: AnyProvider): Map<Operation, string> {
  const codes = new Map(operations.map((operation) => [operation, codeOf(provider.capabilities[operation])]));
  for (const detail of detailsOf(provider.capabilities))
    for (const operation of detail.operations)
      codes.set(operation, `[${codes.get(operation)}](#${anchors.detail(provider, detail.operations[0])})`);
  return codes;
}

/** The same in fewer rows: operations of one group that every provider has alike share one. Its heads need `providerLinks`. */
export function compactMatrix(providers: readonly AnyProvider[]): string {
  const rows = new Map<string, string[]>();
  for (const operation of operations) {
    const [group = '', ...name] = operation.split('.');
    const codes = providers.map(({ capabilities }) => codeOf(capabilities[operation]));
    const key = [group, ...codes].join();
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [`${group}: ${name.join('.')}`, ...codes]);
    else row[0] += `, ${name.join('.')}`;
  }
  const heads = providers.map(({ id }) => `[${id}]`);
  return markdownTable(['', ...heads], [...rows.values()]);
}

/** Where links to providers by their id lead. `page` is where the full matrix stands. */
export function providerLinks(providers: readonly AnyProvider[], page: string): string {
  return providers.map((provider) => `[${provider.id}]: ${page}#${anchors.details(provider)}`).join('\n');
}
