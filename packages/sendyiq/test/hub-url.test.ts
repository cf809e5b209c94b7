import { expect, it } from 'vitest';
import { config } from '../src/config.ts';
import { hubUrl } from '../src/hub-url.ts';

it.each([
  { options: {}, url: 'https://api.sendyiq.com/hubs/store-conversations' },
  { options: { environment: 'staging' as const }, url: 'https://stagging-api.sendyiq.com/hubs/store-conversations' },
  {
    options: { baseUrl: 'https://proxy.example.com/sendyiq' },
    url: 'https://proxy.example.com/hubs/store-conversations',
  },
])('the hub of $options is $url', ({ options, url }) => {
  expect(hubUrl(config.parse({ credentials: { apiKey: 'k.s' }, options }))).toBe(url);
});
