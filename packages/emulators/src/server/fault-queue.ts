import type { Fault, FaultMatch, FaultRule } from './fault.ts';

export interface FaultQueue {
  add(rule: FaultRule): void;
  /** Takes the oldest fault that matches; a fault is used up after its `times`. */
  take(method: string, path: string): Fault | undefined;
  clear(): void;
}

export function createFaultQueue(): FaultQueue {
  let queue: { rule: FaultRule; left: number }[] = [];
  return {
    add(rule) {
      const status = 'status' in rule ? (rule.status ?? 200) : 200;
      if (!Number.isInteger(status) || status < 200 || status > 599) {
        throw new RangeError(`A fault's status must be from 200 to 599, not ${status}`);
      }
      queue.push({ rule, left: rule.times ?? 1 });
    },
    take(method, path) {
      const hit = queue.find(({ rule, left }) => left > 0 && matches(rule.match ?? {}, method, path));
      if (hit === undefined) return undefined;
      hit.left -= 1;
      queue = queue.filter(({ left }) => left > 0);
      return hit.rule;
    },
    clear() {
      queue = [];
    },
  };
}

function matches(match: FaultMatch, method: string, path: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.path === undefined) return true;
  // search() ignores lastIndex, so that a pattern with the g flag does not match every other time.
  return typeof match.path === 'string' ? match.path === path : path.search(match.path) >= 0;
}
