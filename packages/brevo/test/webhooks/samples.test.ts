import { brevo } from '@anyinbox/brevo';
import { sampleWebhooks } from '@anyinbox/core';
import { expect, test } from 'vitest';
import { openDesk, secret } from '../support/desk.ts';

const options = { url: 'https://you.example/acme/mail', secret, conversationId: 'v1', now: Date.UTC(2026, 10, 20, 12) };

test('one of each of the three events, all of one conversation', async () => {
  const { tenants, logged } = openDesk();
  const samples = sampleWebhooks(brevo, { ...options, text: 'Where is it?' });
  expect(samples.map(({ name }) => name)).toEqual([
    'conversationStarted',
    'conversationFragment',
    'conversationTranscript',
  ]);
  for (const { request } of samples) expect((await tenants.webhooks(request)).status).toBe(200);
  const events = await logged();
  expect(new Set(events.map(({ conversationId }) => conversationId))).toEqual(new Set(['mail:v1']));
  expect(events.filter(({ type }) => type === 'vendor.other')).toEqual([]);
  const inbox = await tenants.inbox('acme');
  expect((await inbox.messages.list('mail:v1')).items.map(({ text }) => text)).toEqual([
    'A colleague is on it.',
    'Where is it?',
  ]);
});

test('are the same for the same time', async () => {
  const textsOf = () => Promise.all(sampleWebhooks(brevo, options).map(({ request }) => request.text()));
  expect(await textsOf()).toEqual(await textsOf());
});
