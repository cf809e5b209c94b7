/** Thrown by a route; each vendor's app turns it into its own error envelope. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Field name to what is wrong with it. */
  readonly fields: Record<string, string[]> | undefined;

  constructor(status: number, message: string, fields?: Record<string, string[]>) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.fields = fields;
  }
}
