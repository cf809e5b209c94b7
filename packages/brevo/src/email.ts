import { filled } from './forms.ts';

const form = /^[^\s@]+@[^\s@]+$/;

/** An `agentEmail` (vendors/brevo.md §2 #1: format email). What exactly the vendor takes is not known: only what is surely none is refused. */
export function email() {
  return filled().refine(isEmail, 'is not an e-mail address');
}

export function isEmail(value: string): boolean {
  return form.test(value);
}
