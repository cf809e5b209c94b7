import { connect } from 'node:net';

/** The server that tests may use; undefined when none answers, which is an error where one is required. */
export async function postgresUrl(): Promise<string | undefined> {
  const url = process.env['ANYINBOX_TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
  const { hostname, port } = new URL(url);
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect(Number(port || 5432), hostname, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
  if (!answers && process.env['ANYINBOX_REQUIRE_POSTGRES']) throw new Error(`No PostgreSQL answers at ${hostname}`);
  return answers ? url : undefined;
}
