import type { Problem } from './problem.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Filled {
  readonly value: unknown;
  /** The variables that the environment does not have, by path below the value. */
  readonly problems: readonly Problem[];
}

const variable = /\$\{([^{}]*)\}/g;
const name = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Puts the environment's value for every `${NAME}` in every string. What comes from the environment is not read for variables again. */
export function fillVariables(value: unknown, environment: Environment, path: string): Filled {
  if (typeof value === 'string') return fillText(value, environment, path);
  if (typeof value !== 'object' || value === null) return { value, problems: [] };
  const filled = Object.entries(value).map(
    ([key, part]) => [key, fillVariables(part, environment, `${path}.${key}`)] as const,
  );
  const problems = filled.flatMap(([, part]) => part.problems);
  if (Array.isArray(value)) return { value: filled.map(([, part]) => part.value), problems };
  return { value: Object.fromEntries(filled.map(([key, part]) => [key, part.value])), problems };
}

function fillText(text: string, environment: Environment, path: string): Filled {
  const problems: Problem[] = [];
  const value = text.replaceAll(variable, (whole, variableName: string) => {
    const found = Object.hasOwn(environment, variableName) ? environment[variableName] : undefined;
    if (found !== undefined && name.test(variableName)) return found;
    // What stands in the braces may be a secret that was put there by mistake.
    const message = name.test(variableName)
      ? `the environment has no variable ${variableName}`
      : // biome-ignore lint/suspicious/noTemplateCurlyInString: the form that is written in the file
        'a variable is written ${NAME}, of letters, digits and _';
    problems.push({ path, message });
    return whole;
  });
  return { value, problems };
}
