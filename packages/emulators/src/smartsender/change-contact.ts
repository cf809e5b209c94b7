import type * as z from 'zod';
import type { contactBody } from './schemas.ts';
import { type SmartsenderState, takeId } from './state.ts';
import type { SmartsenderContact } from './wire.ts';
import { wireTime } from './wire-time.ts';

type ContactChange = z.output<typeof contactBody>;

/** Changes a contact as far as its fields are named; what is no field of it is a variable. */
export function changeContact(
  state: SmartsenderState,
  contact: SmartsenderContact,
  change: ContactChange,
  now: number,
): void {
  const { photo, email, phone, fullName, firstName, lastName, values, ...variables } = change;
  contact.photo = photo ?? contact.photo;
  if (email !== undefined) contact.email = email;
  if (phone !== undefined) contact.phone = phone;
  contact.firstName = firstName ?? contact.firstName;
  if (lastName !== undefined) contact.lastName = lastName;
  const isRenamed = firstName !== undefined || lastName !== undefined;
  const named = [contact.firstName, contact.lastName].filter((name) => name !== null).join(' ');
  contact.fullName = fullName ?? (isRenamed ? named : contact.fullName);
  for (const [name, value] of [...Object.entries(variables), ...Object.entries(values ?? {})])
    setVariable(state, contact, name, value === null ? null : String(value), wireTime(now));
}

function setVariable(
  state: SmartsenderState,
  { variables }: SmartsenderContact,
  name: string,
  value: string | null,
  at: string,
): void {
  const known = variables.find((variable) => variable.name === name);
  const changed = { content: value ?? '', value, updatedAt: at };
  if (known !== undefined) Object.assign(known, changed);
  else variables.push({ id: takeId(state, 'variable'), name, description: null, createdAt: at, ...changed });
}
