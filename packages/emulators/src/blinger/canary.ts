/** Every secret of the emulated vendor begins with this: `token`, `extra_field_secret_key` and `conversations_token`. A client shows none. */
export const blingerSecretMark = 'canary-secret';

export function canary(field: string, id: number): string {
  return `${blingerSecretMark}-${field}-${id}`;
}
