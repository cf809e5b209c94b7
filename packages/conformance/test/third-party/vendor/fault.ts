/** A refusal. Thrown by routes; the server puts it into the vendor's envelope (`FACTS.md` §3). */
export class Fault extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }

  /** The envelope. A refusal because of a state hides behind HTTP 200. */
  toAnswer(): { readonly status: number; readonly body: unknown } {
    const { status, code } = this;
    return { status: status === 409 ? 200 : status, body: { fault: { status, code, text: `Refused: ${code}` } } };
  }
}
