/** vendors/smartsender.md §Errors. */
export interface SmartsenderErrorBody {
  error: { code: number; message: string; description?: Record<string, string[]> };
}

export function errorBody(
  status: number,
  message: string | undefined,
  description?: Record<string, string[]>,
): SmartsenderErrorBody {
  return {
    error: {
      code: status,
      message: message ?? `Error ${status}`,
      ...(description === undefined ? {} : { description }),
    },
  };
}
