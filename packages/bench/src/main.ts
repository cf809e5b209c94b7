import { measureOverhead } from './overhead.ts';
import { measureStores } from './stores.ts';
import { measureTenants } from './tenants.ts';

/** `node main.js store` measures one of them; without a name all of them. */
const measurements: Readonly<Record<string, () => Promise<string[]>>> = {
  overhead: measureOverhead,
  tenants: measureTenants,
  stores: measureStores,
};

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${(await measure()).join('\n')}\n`);
}
