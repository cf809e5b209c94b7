import assert from 'node:assert/strict';
import { startSmartsenderEmulator } from '@anyinbox/emulators';

const emulator = await startSmartsenderEmulator();
const chats = () => fetch(`${emulator.url}/v1/chats`, { headers: { authorization: `Bearer ${emulator.token}` } });

emulator.addConversation({ firstName: 'Ada', text: 'Where is my order?' }); // a customer writes
assert.match(await (await chats()).text(), /Ada/);
emulator.fail({ kind: 'status', status: 503 }); // the next request finds the vendor down
assert.equal((await chats()).status, 503);
assert.equal(emulator.requests.length, 2);
await emulator.close();
