import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs `node` to its end. Both streams in `output`: a reason may stand on either. */
export async function runNode(
  args: readonly string[],
  cwd: string,
): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn(process.execPath, args, { cwd, env: plainEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
  const status = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const streams = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, output: streams.join('') };
}

/** Without what the outer test runner adds for its own workers. */
const plainEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_|FORCE_COLOR|VITEST)/.test(name)),
);
