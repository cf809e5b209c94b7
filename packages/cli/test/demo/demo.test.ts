import { blinger } from '@anyinbox/blinger';
import { brevo } from '@anyinbox/brevo';
import { operations } from '@anyinbox/core';
import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';
import { smartsender } from '@anyinbox/smartsender';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '../../src/capabilities/code.ts';
import { knownProviders } from '../../src/config/known-providers.ts';
import type { Accounts } from '../../src/demo/accounts.ts';
import { displayWidth } from '../support/display-width.ts';
import { type Played, playDemo } from '../support/play-demo.ts';

let played: Played;
let sections: string[];

beforeAll(async () => {
  played = await playDemo();
  sections = played.output.split(/^── /m).slice(1);
});

test('it works, and says nothing on stderr', () => {
  expect(played.errors).toBe('');
  expect(played.exitCode).toBe(0);
});

test('the same function runs for every tenant, and again for the one whose configuration was swapped', () => {
  expect(sections.map((section) => section.split(' ─')[0])).toEqual([
    `acme on ${smartsender.name}`,
    `globex on ${sendyiqChat.name}`,
    `stark on ${smartsender.name} and ${sendyiqChat.name}`,
    `initech on ${sendyiqSocial.name}`,
    'webhooks fill what vendors do not show',
    `umbrella on ${blinger.name}`,
    `hooli on ${brevo.name}`,
    expect.stringContaining('acme moves to another vendor'),
    `acme on ${sendyiqChat.name}`,
    expect.stringContaining('What each provider declares'),
  ]);
});

describe.each([
  { place: 'acme before', index: 0, vendor: smartsender.name, file: '[image broken-mug.jpg]' },
  { place: 'globex', index: 1, vendor: sendyiqChat.name, file: '[image rear-brake.jpg, 232 kB]' },
  { place: 'acme after', index: 8, vendor: sendyiqChat.name, file: '[image parcel.jpg, 185 kB]' },
])('$place', ({ index, vendor, file }) => {
  test('lists over all pages, with the newest in a table that names the vendor', () => {
    expect(sections[index]).toMatch(/\d+ open conversations on 3 pages; the newest 5:/);
    expect(sections[index]).toContain(`│ Contact at ${vendor}`);
  });

  test('reads a history that holds a picture', () => {
    expect(sections[index]).toContain(file);
  });

  test('replies and closes, and sees that it did', () => {
    expect(sections[index]).toMatch(/✓ {2}replied +seen in the history: "Thank you/);
    expect(sections[index]).toMatch(/✓ {2}closed +.*not among the \d+ open conversations\n/);
  });
});

test('what a vendor cannot do is left out in one line that says why', () => {
  expect(sections[0]).toMatch(/✓ {2}marked read +2 unread before, none when read back/);
  for (const index of [1, 3, 5, 6, 8])
    expect(sections[index]).toContain('–  not done      conversations.markRead: the vendor offers no such thing\n');
});

test('two vendors of one tenant are one list, newest first, each with its vendor', () => {
  expect(sections[2]).toContain('38 open conversations on 3 pages; the newest 5:');
  const rows = sections[2]?.split('\n').filter((line) => line.startsWith('│')) ?? [];
  expect(
    rows.map((row) =>
      row
        .split('│')
        .slice(1, 3)
        .map((cell) => cell.trim()),
    ),
  ).toEqual([
    ['Contact', 'Vendor'],
    ['Olena Kovalchuk', smartsender.name],
    ['Anh Trần', sendyiqChat.name],
    ['Ingrid Solberg', sendyiqChat.name],
    ['Mateusz Wiśniewski', smartsender.name],
    ['Tomás Vidal', sendyiqChat.name],
  ]);
  expect(sections[2]).toMatch(/✓ {2}closed +not among the 37 open conversations\n/);
});

test('a vendor with histories, in a line for each step', () => {
  expect(sections[3]).toMatch(/✓ {2}listed +34 open conversations on 3 pages, newest: /);
  expect(sections[3]).toMatch(/✓ {2}read .* messages with a file\n/);
  expect(sections[3]).toMatch(/✓ {2}replied +seen in the history: /);
  expect(sections[3]).toMatch(/✓ {2}closed +closed when read back, not among the 33 open conversations\n/);
});

test('webhooks of two vendors come over HTTP', () => {
  expect(sections[4]).toMatch(/Customers wrote: [1-9]\d* webhooks of Blinger and [1-9]\d* of Brevo came over HTTP\./);
  for (const { webhooks } of [played.accounts.umbrellaBlinger, played.accounts.hooliBrevo])
    expect(new Set(webhooks.deliveries.map(({ status }) => status))).toEqual(new Set([200]));
});

test('a vendor without histories has what its webhooks told', () => {
  expect(sections[5]).toMatch(/\d+ open conversations on \d+ pages; the newest 5:/);
  expect(sections[5]).toContain('→ Hiroshi Tanaka     The lamp that arrived is the wrong colour.');
  expect(sections[5]).toMatch(/✓ {2}replied +seen as last message, and kept in the history: /);
  expect(sections[5]).toMatch(/✓ {2}closed +closed when read back, not among the \d+ open conversations\n/);
});

test('a vendor that lists nothing does so too', () => {
  expect(sections[6]).toContain('4 open conversations on 1 page; the newest 4:');
  expect(sections[6]).toContain('→ Priya Raman        [file invoice-2211.pdf, 89 kB]');
  expect(sections[6]).toMatch(/✓ {2}replied +seen when read back, and kept in the history: /);
  expect(sections[6]).toContain('–  not done      conversations.close: the vendor offers no such thing\n');
});

test('the vendors did what the demo says', () => {
  const { acmeSmartsender, acmeSendyiq, globexSendyiq, initechSendyiq, umbrellaBlinger, hooliBrevo } = played.accounts;
  const { starkSmartsender, starkSendyiq } = played.accounts;
  const answered = [
    ...[acmeSmartsender, starkSmartsender].flatMap(({ state }) =>
      state.conversations.filter(({ open, messages }) => !open && hasReply(messages)),
    ),
    ...[acmeSendyiq, globexSendyiq, initechSendyiq, starkSendyiq].flatMap(({ state }) =>
      state.conversations.filter(({ status, messages }) => status === 'Resolved' && hasReply(messages)),
    ),
    ...umbrellaBlinger.state.conversations.filter(({ status, messages }) => status === 'closed' && hasReply(messages)),
    ...hooliBrevo.state.conversations.filter(({ messages }) => hasReply(messages)),
  ];
  expect(answered).toHaveLength(7);
});

test('the swap changes the configuration only, and hides the credentials', () => {
  expect(sections[7]).toMatch(/- provider: smartsender\n {2}\+ provider: sendyiq-chat\n/);
  expect(sections[7]).toMatch(/- credentials.token: \[secret\]\n {2}\+ credentials.apiKey: \[secret\]\n/);
});

test('no credential is printed', () => {
  for (const account of Object.values(played.accounts) as readonly Accounts[keyof Accounts][])
    expect(played.output).not.toContain('token' in account ? account.token : account.apiKey);
});

test('the matrix shows the declaration of every provider for every operation', () => {
  const rows = (sections[9]?.split('\n\n')[0] ?? '')
    .split('\n')
    .flatMap((line) => (line.startsWith('  ') ? [line.trim().split(/ {2,}/)] : []));
  expect(rows).toEqual([
    knownProviders.map(({ id }) => id),
    ...operations.map((operation) => [
      operation.slice(operation.indexOf('.') + 1),
      ...knownProviders.map(({ capabilities }) => codeOf(capabilities[operation])),
    ]),
  ]);
});

test('the requests of each vendor are counted', () => {
  const { acmeSmartsender, acmeSendyiq, globexSendyiq, initechSendyiq, umbrellaBlinger, hooliBrevo } = played.accounts;
  const { starkSmartsender, starkSendyiq } = played.accounts;
  const chat = [acmeSendyiq, globexSendyiq, starkSendyiq].reduce((sum, { requests }) => sum + requests.length, 0);
  const bots = acmeSmartsender.requests.length + starkSmartsender.requests.length;
  const counts = [
    `${smartsender.name} ${bots}`,
    `${sendyiqChat.name} ${chat}`,
    `${sendyiqSocial.name} ${initechSendyiq.requests.length}`,
    `${blinger.name} ${umbrellaBlinger.requests.length}`,
    `${brevo.name} ${hooliBrevo.requests.length}`,
  ];
  expect(played.output.replaceAll(/\s+/g, ' ')).toContain(`HTTP requests ${counts.join(', ')} Total time `);
});

test('every line fits into 80 columns, and every table is as wide in each of its lines', () => {
  const lines = played.output.split('\n');
  expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  const framed = lines.filter((line) => /^[┌│├└]/.test(line));
  expect(framed).toContainEqual(expect.stringContaining('王小明'));
  expect(framed).toContainEqual(expect.stringContaining('🚲'));
  expect([...new Set(framed.map(displayWidth))]).toEqual([80]);
});

test('without a terminal the output is plain text', () => {
  expect(played.output).not.toContain('\u001b');
});

function hasReply(messages: readonly unknown[]): boolean {
  return JSON.stringify(messages).includes('a colleague is on it');
}
