import { connect } from 'node:net';
import { Client } from 'pg';

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

/** After a test that made it there. */
export async function dropSchema(connectionString: string, schema: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(`set client_min_messages = error; drop schema if exists ${schema} cascade`);
  await client.end();
}
