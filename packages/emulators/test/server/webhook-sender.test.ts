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

test('after close nothing is sent, what is on its way ends, and the log stays until reset', async () => {
  const receiver = await webhookReceiver();
  receiver.answer = () => undefined;
  const sender = createWebhookSender();
  sender.configure({ url: receiver.url });
  sender.send({ a: 1 });
  sender.send({ a: 2 });
  while (receiver.bodies.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  sender.close();
  sender.send({ a: 3 });
  await sender.idle();
  await expect.poll(() => sender.deliveries[0]?.error).toEqual(expect.any(String));
  expect(sender.deliveries).toMatchObject([{ payload: { a: 1 }, status: undefined }]);
  sender.reset();
  expect(sender.deliveries).toEqual([]);
});
