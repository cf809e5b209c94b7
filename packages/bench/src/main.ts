import { measureOverhead } from './overhead.ts';
import { measureTenants } from './tenants.ts';

const lines = [...(await measureOverhead()), ...(await measureTenants())];
process.stdout.write(`${lines.join('\n')}\n`);
