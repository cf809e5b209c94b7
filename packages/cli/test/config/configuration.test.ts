import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTenants } from '../../src/config/open-tenants.ts';
import { ConfigurationError } from '../../src/config/problem.ts';
import { parseConfiguration, readConfiguration } from '../../src/config/read-configuration.ts';
import { variable } from '../support/run-cli.ts';

const secret = 's3cr3t-value';
const good = { id: 'bots', provider: 'smartsender', credentials: { token: secret } };
const tenants = (...connections: readonly unknown[]) => ({ tenants: { acme: { connections } } });

test('a tenant gets the inboxes that the file names, with what the environment holds', async () => {
  const configuration = {
    $schema: './tenants.schema.json',
    ...tenants(
      { ...good, credentials: { token: `a-${variable('TOKEN')}-${variable('TOKEN')}` }, timeoutMs: 5_000 },
      {
        id: 'web',
        provider: 'sendyiq-chat',
        credentials: { apiKey: variable('KEY') },
        options: { environment: variable('WHERE') },
      },
    ),
  };
  // What comes from the environment is not read for variables again.
  const environment = { TOKEN: 'one', KEY: `id.${variable('TOKEN')}`, WHERE: 'staging' };
  const parsed = parse(configuration, environment);
  expect(parsed.get('acme')?.value).toMatchObject({
    connections: [{ credentials: { token: 'a-one-one' } }, { credentials: { apiKey: `id.${variable('TOKEN')}` } }],
  });
  const inbox = await open(parsed).inbox('acme');
  expect(inbox.connections).toEqual([
    { id: 'bots', provider: 'smartsender' },
    { id: 'web', provider: 'sendyiq-chat' },
  ]);
});

describe('a file that is none of tenants is refused', () => {
  test.for<[string, string, string[]]>([
    ['no JSON', `{\n  "tenants": ${secret}\n}`, ['tenants.json:2:14: is not JSON from here on']],
    ['a comma too many', '{ "tenants": {}, }', ['tenants.json:1:18: is not JSON from here on']],
    ['no object', `"${secret}"`, ['tenants.json: must hold an object']],
    ['no tenants', '{}', ['tenants: must be an object of tenants']],
    ['null', '{ "tenants": null }', ['tenants: must be an object of tenants']],
    ['an empty object of tenants', '{ "tenants": {} }', ['tenants: must hold a tenant']],
    ['a tenant without a name', '{ "tenants": { "": {} } }', ['tenants: must not hold a tenant without a name']],
    [
      'unknown fields',
      `{ "tenants": { "a": {} }, "more": "${secret}", "x": 1 }`,
      ['more: is not known', 'x: is not known'],
    ],
  ])('%s', ([, text, lines]) => {
    const error = refusal(() => parseConfiguration(text, {}, 'tenants.json'));
    expect(error.message.split('\n')).toEqual(lines);
    expect(error.message).not.toContain(secret);
  });
});

describe('a wrong tenant is refused by path, without a value', () => {
  const path = 'tenants.acme.connections.0';
  test.for<[string, unknown, string[]]>([
    ['null', { tenants: { acme: null } }, ['tenants.acme: must be an object']],
    ['no object', { tenants: { acme: secret } }, ['tenants.acme: Invalid input']],
    ['connections that are no list', { tenants: { acme: { connections: secret } } }, ['tenants.acme.connections: ']],
    ['no connection', tenants(), ['tenants.acme.connections: must name at least one connection']],
    ['two of one id', tenants(good, good), ['tenants.acme.connections.1.id: is the id of another connection too']],
    ['an unknown field', tenants({ ...good, timeout: 1 }), [`${path}.timeout: is not known`]],
    [
      'a secret with white space',
      tenants({ ...good, webhook: { secrets: [`${secret} and more`] } }),
      [`${path}.webhook.secrets.0: has white space in it`],
    ],
    ['an unknown provider', tenants({ ...good, provider: secret }), [`${path}.provider: is none of sendyiq-chat, `]],
    ['a missing credential', tenants({ ...good, credentials: {} }), [`${path}.credentials.token: must be a string`]],
    [
      'several at once',
      tenants({ ...good, credentials: { token: `${secret} ` }, options: { baseUrl: `ftp://${secret}`, more: secret } }),
      [
        `${path}.credentials.token: has white space`,
        `${path}.options.baseUrl: must be`,
        `${path}.options.more: is not known`,
      ],
    ],
    [
      'a variable that is missing, and what else is wrong',
      tenants({ id: 'web', provider: 'sendyiq-chat', credentials: { apiKey: variable('NO_SUCH') }, more: 1 }),
      [`${path}.credentials.apiKey: the environment has no variable NO_SUCH`, `${path}.more: is not known`],
    ],
    [
      'what is no name of a variable',
      tenants({ ...good, credentials: { token: variable(secret) } }),
      [`${path}.credentials.token: a variable is written ${variable('NAME')}, of letters`],
    ],
  ])('%s', async ([, value, parts]) => {
    const error = await rejection(open(parse(value)).inbox('acme'));
    expect(error.problems).toHaveLength(parts.length);
    const lines = error.message.split('\n');
    for (const [index, part] of parts.entries()) expect(lines[index]).toContain(part);
    expect(error.message).not.toContain(secret);
  });

  test('a variable that is empty is what is wrong, by core', async () => {
    const parsed = parse(tenants({ ...good, credentials: { token: variable('EMPTY') } }), { EMPTY: '' });
    expect((await rejection(open(parsed).inbox('acme'))).message).toContain(
      `${path}.credentials.token: must not be em`,
    );
  });

  test('the prototype of the environment is not part of it', async () => {
    const parsed = parse(tenants({ ...good, credentials: { token: variable('constructor') } }));
    expect((await rejection(open(parsed).inbox('acme'))).message).toContain('no variable constructor');
  });
});

test('one wrong tenant does not hide the others', async () => {
  const wrong = { connections: [{ ...good, credentials: {} }] };
  const file = open(parse({ tenants: { wrong, worse: 7, good: { connections: [good] } } }));
  expect((await rejection(file.inbox('wrong'))).message).toContain('tenants.wrong.connections.0.credentials.token');
  expect((await rejection(file.inbox('worse'))).message).toContain('tenants.worse: ');
  expect((await file.inbox('good')).connections).toHaveLength(1);
});

test.for(['globex', 'constructor', '__proto__'])('a tenant that is not in the file: %s', async (tenantId) => {
  const error = await rejection(open(parse(tenants(good))).inbox(tenantId));
  expect(error.message).toBe('There is no tenant of this name in the file. It has acme.');
});

test('a file with a byte order mark is read, one that is missing or a folder is told by name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'anyinbox-config-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'tenants.json');
  await expect(readConfiguration(path, {})).rejects.toThrow(`${path}: there is no such file`);
  await expect(readConfiguration(folder, {})).rejects.toThrow(`${folder}: cannot be read (EISDIR)`);
  await writeFile(path, `\ufeff${JSON.stringify(tenants(good))}`);
  expect([...(await readConfiguration(path, {})).keys()]).toEqual(['acme']);
});

function parse(value: unknown, environment: Record<string, string> = {}) {
  return parseConfiguration(JSON.stringify(value), environment, 'tenants.json');
}

function open(...parameters: Parameters<typeof openTenants>) {
  const opened = openTenants(...parameters);
  onTestFinished(() => opened.close());
  return opened;
}

function refusal(action: () => unknown): ConfigurationError {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

async function rejection(promise: Promise<unknown>): Promise<ConfigurationError> {
  const error = await promise.then(
    () => new Error('Nothing was refused'),
    (reason) => reason,
  );
  if (error instanceof ConfigurationError) return error;
  throw error;
}
