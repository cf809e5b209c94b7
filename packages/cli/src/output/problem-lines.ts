import { describeProblem, type Problem } from '../config/problem.ts';
import { plain } from './plain.ts';

/** What is wrong with a configuration, one line each. */
export function problemLines(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `✗ ${plain(describeProblem(problem))}`);
}
