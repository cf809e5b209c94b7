/** `disable_webhook` is an integer on the wire (vendors/blinger.md §Conversation endpoints). */
export function webhookFlag(disabled: boolean | undefined): 0 | 1 | undefined {
  if (disabled === undefined) return undefined;
  return disabled ? 1 : 0;
}
