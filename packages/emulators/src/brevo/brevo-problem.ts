import { ApiProblem } from '../api/api-problem.ts';

/** A refusal with the vendor's `code`. */
export class BrevoProblem extends ApiProblem {
  readonly code: string | undefined;

  constructor({ status, code, message }: { status: number; code: string | undefined; message: string }) {
    super(status, message);
    this.name = 'BrevoProblem';
    this.code = code;
  }
}
