import { InboxError } from '../errors/index.ts';
import { type Capabilities, operations } from '../provider/index.ts';

/**
 * A declaration that is not kept, or a handler that is not declared, is a bug of the provider: better refused when it connects than found by a
 * customer. Throws `internal`.
 */
export function checkHandlers(provider: string, capabilities: Capabilities, handlers: object): void {
  const needed = new Set<string>();
  const allowed = new Set<string>();
  for (const operation of operations) {
    const capability = capabilities[operation];
    const method = operation.split('.', 2).join('.');
    if (capability.level === 'none') continue;
    allowed.add(method);
    if (capability.via !== 'mirror') needed.add(method);
  }
  const handled = Object.entries(handlers).flatMap(([group, methods]) =>
    Object.keys(methods as object).map((name) => `${group}.${name}`),
  );
  const missing = [...needed].filter((method) => !handled.includes(method));
  const undeclared = handled.filter((method) => !allowed.has(method));
  if (missing.length === 0 && undeclared.length === 0) return;
  const problems = [
    ...missing.map((method) => `declares ${method} without a handler`),
    ...undeclared.map((method) => `handles ${method} undeclared`),
  ];
  throw new InboxError(`The provider ${provider} ${problems.join(', ')}`, {
    code: 'internal',
    blame: 'library',
    provider,
  });
}
