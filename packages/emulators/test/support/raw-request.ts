import { connect } from 'node:net';

/** What comes back for these bytes, until the connection closes. Rejects when it is reset. */
export function rawRequest(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      received += text;
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(received));
  });
}
