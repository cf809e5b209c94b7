import type { SmartsenderTemplate } from './wire.ts';

/** Builders for `message.content`; the parameters are those that clients were seen reading (vendors/smartsender.md §Objects). */
export function template(type: string, parameters: Record<string, unknown>): SmartsenderTemplate {
  return { type, resource: { parameters } };
}

export function textContent(content: string): SmartsenderTemplate {
  return template('text', { content });
}

export function mediaContent(type: string, url: string): SmartsenderTemplate {
  return template(type, { url });
}

export function transientContent(original: SmartsenderTemplate, now: number): SmartsenderTemplate {
  return template('transient', { context: { timestamp: Math.floor(now / 1000) }, original });
}
