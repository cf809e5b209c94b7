import { createPostgresStore } from '@anyinbox/postgres';
import { expect, it, onTestFinished } from 'vitest';
import { countingDelivery, scope } from './support/deliveries.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const timeout = 60_000;

it('a folder keeps what was written, and belongs to one open store', { timeout }, async () => {
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  // A folder that is not there yet, with a name that PGlite would take for something else.
  const dataDir = `${folder.path}/a/b`;
  const first = await createPostgresStore({ dataDir });
  await first.ingest(countingDelivery('1'));
  await expect(createPostgresStore({ dataDir })).rejects.toMatchObject({
    code: 'invalid-config',
    message: 'The dataDir is in use: one PGlite folder belongs to one open store',
  });
  await first.ingest(countingDelivery('2'));
  await first.close();

  const second = await createPostgresStore({ dataDir });
  onTestFinished(() => second.close());
  expect((await second.events({ limit: 9 })).map(({ event }) => event.id)).toEqual(['1', '2']);
  expect(await second.ingest(countingDelivery('2'))).toEqual({ accepted: [] });
  expect((await second.get(scope, 'conversation', ['a']))[0]?.value).toEqual({ count: 2 });
});

it('a folder is a folder, also where PGlite would keep it in memory', { timeout }, async () => {
  const folder = await temporaryFolder();
  const workingFolder = process.cwd();
  onTestFinished(async () => {
    process.chdir(workingFolder);
    await folder.remove();
  });
  process.chdir(folder.path);
  const store = await createPostgresStore({ dataDir: 'memory://' });
  await store.ingest(countingDelivery('1'));
  await store.close();
  const again = await createPostgresStore({ dataDir: 'memory://' });
  onTestFinished(() => again.close());
  expect(await again.head()).toBe('1');
});

it('a folder that cannot be made is an error without its path', async () => {
  const attempt = createPostgresStore({ dataDir: '/dev/null/secret-folder' });
  const error = await attempt.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'InboxError' });
  expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('secret-folder');
});
