import { describe, expect, test } from 'vitest';
import { createWebhookSender } from '../../src/server/webhook-sender.ts';
import { webhookReceiver } from '../support/webhook-receiver.ts';

test('bodies arrive one after the other, in the order they were sent', async () => {
  const receiver = await webhookReceiver();
  const sender = createWebhookSender();
  let open = 0;
  receiver.answer = (_, response) => {
    open += 1;
    expect(open).toBe(1);
    setTimeout(() => {
      open -= 1;
      response.end();
    }, 5);
  };
  sender.configure({ url: receiver.url });
  for (const body of [{ a: 1 }, 'not { json', { a: 2 }]) sender.send(body);
  await sender.idle();
  expect(receiver.bodies).toEqual(['{"a":1}', 'not { json', '{"a":2}']);
  expect(sender.deliveries.map(({ payload, status }) => [payload, status])).toEqual([
    [{ a: 1 }, 200],
    ['not { json', 200],
    [{ a: 2 }, 200],
  ]);
});

test('the body is that of the moment it was sent, for the target of that moment', async () => {
  const [first, second] = [await webhookReceiver(), await webhookReceiver()];
  const sender = createWebhookSender();
  const payload = { status: 'open' };
  sender.configure({ url: first.url });
  sender.send(payload);
  payload.status = 'closed';
  sender.configure({ url: second.url });
  sender.send(payload);
  await sender.idle();
  expect(first.bodies).toEqual(['{"status":"open"}']);
  expect(second.bodies).toEqual(['{"status":"closed"}']);
});

describe('the target', () => {
  test('has headers, and credentials in its URL become basic authentication', async () => {
    const receiver = await webhookReceiver();
    const sender = createWebhookSender();
    const url = receiver.url.replace('http://', 'http://acme:p%40ss@');
    sender.configure({ url, headers: { 'X-Webhook-Token': 'abc' } });
    sender.send({});
    await sender.idle();
    expect(receiver.headers[0]).toMatchObject({
      'content-type': 'application/json',
      'x-webhook-token': 'abc',
      authorization: `Basic ${Buffer.from('acme:p@ss').toString('base64')}`,
    });
    expect(sender.deliveries[0]?.url).toBe(receiver.url);
  });

  test('may be nowhere', async () => {
    const sender = createWebhookSender();
    sender.send({});
    await sender.idle();
    expect(sender.deliveries).toEqual([]);
  });

  test('that cannot be reached, or is too slow, is logged as such', async () => {
    const receiver = await webhookReceiver();
    const sender = createWebhookSender({ timeoutMs: 30 });
    sender.configure({ url: 'http://127.0.0.1:1/' });
    sender.send({});
    receiver.answer = () => undefined;
    sender.configure({ url: receiver.url });
    sender.send({});
    await sender.idle();
    expect(sender.deliveries.map(({ status }) => status)).toEqual([undefined, undefined]);
    for (const { error } of sender.deliveries) expect(error).toEqual(expect.any(String));
  });

  test('is not redirected', async () => {
    const [receiver, other] = [await webhookReceiver(), await webhookReceiver()];
    receiver.answer = (_, response) => response.writeHead(307, { location: other.url }).end();
    const sender = createWebhookSender();
    sender.configure({ url: receiver.url });
    sender.send({});
    await sender.idle();
    expect(sender.deliveries).toMatchObject([{ status: 307 }]);
    expect(other.bodies).toEqual([]);
  });
});

describe('another attempt', () => {
  test('follows as long as the vendor makes one, and the next webhook waits for it', async () => {
    const receiver = await webhookReceiver();
    receiver.answer = (_, response) => response.writeHead(receiver.bodies.length < 3 ? 429 : 200).end();
    const retryAfterMs = ({ status, attempt }: { status: number | undefined; attempt: number }) =>
      status === 429 && attempt < 5 ? 1 : undefined;
    const sender = createWebhookSender({ retryAfterMs });
    sender.configure({ url: receiver.url });
    sender.send({ a: 1 });
    sender.send({ a: 2 });
    await sender.idle();
    expect(receiver.bodies).toEqual(['{"a":1}', '{"a":1}', '{"a":1}', '{"a":2}']);
    expect(sender.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 429],
      [2, 429],
      [3, 200],
      [1, 200],
    ]);
  });

  test('does not follow after close, and the log stays', async () => {
    const receiver = await webhookReceiver();
    receiver.answer = (_, response) => response.writeHead(429).end();
    const sender = createWebhookSender({ retryAfterMs: () => 60_000 });
    sender.configure({ url: receiver.url });
    sender.send({});
    while (sender.deliveries[0]?.status === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    sender.close();
    await sender.idle();
    expect(sender.deliveries).toMatchObject([{ status: 429, attempt: 1 }]);
    sender.reset();
    expect(sender.deliveries).toEqual([]);
  });
});
