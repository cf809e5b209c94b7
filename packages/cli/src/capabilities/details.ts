import { type Capabilities, type Capability, type Operation, operations } from '@anyinbox/core';
import { limitWords } from './limit-words.ts';

/** What there is to say about operations beyond their code. */
export interface Detail {
  /** Those of which exactly this is true, in core's order. */
  readonly operations: readonly [Operation, ...Operation[]];
  readonly text: string;
}

/** The limits and notes of a declaration, each text once. */
export function detailsOf(capabilities: Capabilities): readonly Detail[] {
  const byText = new Map<string, [Operation, ...Operation[]]>();
  for (const operation of operations) {
    const text = detailText(capabilities[operation]);
    const same = byText.get(text);
    if (text === '') continue;
    if (same === undefined) byText.set(text, [operation]);
    else same.push(operation);
  }
  return [...byText].map(([text, names]) => ({ operations: names, text }));
}

function detailText(capability: Capability): string {
  const limits = capability.level === 'none' ? '' : limitWords(capability.limits);
  const { note = '' } = capability;
  const kept =
    capability.level === 'none' || !capability.withStore ? '' : `With a store: ${detailText(capability.withStore)}`;
  return [limits === '' ? '' : `${upperFirst(limits)}.`, note, kept].filter((part) => part !== '').join(' ');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
