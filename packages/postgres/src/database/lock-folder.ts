import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InboxError } from '@anyinbox/core';

/**
 * Two processes that open one PGlite folder destroy it. A socket's name is taken by one process only, and is free again the moment that process
 * ends, however it ends: a file would have to be believed.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const name = socketName(await realpath(folder));
  const server = (await listen(name)) ?? ((await isStale(name)) ? await listen(name) : undefined);
  if (!server)
    throw new InboxError('The dataDir is in use: one PGlite folder belongs to one open store', {
      code: 'invalid-config',
      blame: 'caller',
      hint: 'Close the other store first, or use PostgreSQL to share one store among processes',
    });
  return async () => {
    server.close();
    await once(server, 'close');
  };
}

function socketName(folder: string): string {
  const name = `anyinbox-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

async function listen(name: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  try {
    server.listen(name);
    await once(server, 'listening');
    return server.unref();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
}

/** Where sockets are files, one may be left of a process that was killed: nobody answers there. */
async function isStale(name: string): Promise<boolean> {
  if (process.platform === 'linux' || process.platform === 'win32') return false;
  const socket = connect(name);
  const answers = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  if (!answers) await rm(name, { force: true });
  return !answers;
}
