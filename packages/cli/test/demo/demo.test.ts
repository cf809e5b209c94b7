import { operations } from '@anyinbox/core';
import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';
import { smartsender } from '@anyinbox/smartsender';
import { beforeAll, describe, expect, test } from 'vitest';
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

test('the same function runs for both tenants, and again for the one whose configuration was swapped', () => {
  expect(sections.map((section) => section.split(' ─')[0])).toEqual([
    `acme on ${smartsender.name}`,
    `globex on ${sendyiqChat.name}`,
    expect.stringContaining('acme moves to another vendor'),
    `acme on ${sendyiqChat.name}`,
    expect.stringContaining('What each provider declares'),
  ]);
});

describe.each([
  { place: 'acme before', index: 0, vendor: smartsender.name, file: '[image broken-mug.jpg]' },
  { place: 'globex', index: 1, vendor: sendyiqChat.name, file: '[image rear-brake.jpg, 232 kB]' },
  { place: 'acme after', index: 3, vendor: sendyiqChat.name, file: '[image parcel.jpg, 185 kB]' },
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
    expect(sections[index]).toMatch(/✓ {2}closed +not among the \d+ open conversations any more/);
  });
});

test('what a vendor cannot do is left out in one line that says why', () => {
  expect(sections[0]).toMatch(/✓ {2}marked read +2 unread before, none when read back/);
  for (const index of [1, 3])
    expect(sections[index]).toContain('–  not done      conversations.markRead: the vendor offers no such thing\n');
});

test('the vendors did what the demo says', () => {
  const { acmeSmartsender, acmeSendyiq, globexSendyiq } = played.accounts;
  const answered = [
    ...acmeSmartsender.state.conversations.filter(({ open, messages }) => !open && hasReply(messages)),
    ...[acmeSendyiq, globexSendyiq].flatMap(({ state }) =>
      state.conversations.filter(({ status, messages }) => status === 'Resolved' && hasReply(messages)),
    ),
  ];
  expect(answered).toHaveLength(3);
});

test('the swap changes the configuration only, and hides the credentials', () => {
  expect(sections[2]).toMatch(/- provider: smartsender\n {2}\+ provider: sendyiq-chat\n/);
  expect(sections[2]).toMatch(/- credentials.token: \[secret\]\n {2}\+ credentials.apiKey: \[secret\]\n/);
});

test('no credential is printed', () => {
  const { acmeSmartsender, acmeSendyiq, globexSendyiq } = played.accounts;
  for (const secret of [acmeSmartsender.token, acmeSendyiq.apiKey, globexSendyiq.apiKey])
    expect(played.output).not.toContain(secret);
});

test('the matrix shows the declaration of every provider for every operation', () => {
  const rows = (sections[4] ?? '').split('\n').filter((line) => line.startsWith('│'));
  const words = rows.map((row) =>
    row
      .split('│')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const providers = [sendyiqChat, sendyiqSocial, smartsender];
  expect(words[0]).toEqual(['Operation', ...providers.map(({ id }) => id)]);
  for (const [index, operation] of operations.entries()) {
    const [name, ...cells] = words[index + 1] ?? [];
    expect(name).toBe(operation);
    expect(cells.map((cell) => /^(yes|partly)( \*)?$/.test(cell))).toEqual(
      providers.map(({ capabilities }) => capabilities[operation].level !== 'none'),
    );
  }
});

test('the requests of each vendor are counted', () => {
  const { acmeSmartsender, acmeSendyiq, globexSendyiq } = played.accounts;
  const sendyiq = acmeSendyiq.requests.length + globexSendyiq.requests.length;
  expect(played.output).toContain(
    `HTTP requests: ${smartsender.name} ${acmeSmartsender.requests.length}, ${sendyiqChat.name} ${sendyiq}. Total time: `,
  );
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
