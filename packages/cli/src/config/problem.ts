/** One thing that is wrong with a configuration. Neither part holds a value of it. */
export interface Problem {
  /** `tenants.acme.connections.0.credentials.token`; empty when it is about the file. */
  readonly path: string;
  readonly message: string;
}

export function describeProblem({ path, message }: Problem): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** Everything that is wrong with a file, or with one tenant in it. */
export class ConfigurationError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}
