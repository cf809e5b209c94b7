/** The two fields that are documented (vendors/sendyiq.md §Errors). */
export interface SendyiqErrorBody {
  errors: Record<string, string[]>;
  message: string;
}

export function errorBody(
  status: number,
  message: string | undefined,
  errors: Record<string, string[]> = {},
): SendyiqErrorBody {
  return { errors, message: message ?? `Error ${status}` };
}
