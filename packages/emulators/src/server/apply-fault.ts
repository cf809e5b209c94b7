import { type Answer, jsonAnswer, textAnswer } from './answer.ts';
import { type Exchange, sendAnswer } from './exchange.ts';
import type { BodyFault, DelayFault, Fault, ResetFault, SlowBodyFault, StatusFault } from './fault.ts';

/** The only place where faults happen. The vendor apps know nothing of them. */
export async function applyFault(fault: Fault, exchange: Exchange): Promise<void> {
  switch (fault.kind) {
    case 'status':
      return replaceAnswer(fault, exchange, exchange.refuse(fault.status, fault.message, fault.headers));
    case 'body':
      return replaceAnswer(fault, exchange, wrongBody(fault));
    case 'delay':
      return delay(fault, exchange);
    case 'reset':
      return reset(fault, exchange);
    case 'truncate':
      return truncate(exchange);
    case 'slow-body':
      return drip(fault, exchange);
  }
}

async function replaceAnswer(fault: StatusFault | BodyFault, exchange: Exchange, answer: Answer): Promise<void> {
  if (fault.when === 'after-effect') await exchange.run();
  await sendAnswer(exchange, answer);
}

function wrongBody({ body, contentType, status = 200, headers = {} }: BodyFault): Answer {
  if (typeof body === 'string') {
    return textAnswer(status, body, { 'content-type': contentType ?? 'text/html; charset=utf-8', ...headers });
  }
  return jsonAnswer(status, body, contentType === undefined ? headers : { 'content-type': contentType, ...headers });
}

async function delay(fault: DelayFault, exchange: Exchange): Promise<void> {
  if (fault.when === 'before-effect') {
    if (await exchange.pause(fault.ms)) await sendAnswer(exchange, await exchange.run());
    return;
  }
  const answer = await exchange.run();
  if (await exchange.pause(fault.ms)) await sendAnswer(exchange, answer);
}

async function reset(fault: ResetFault, exchange: Exchange): Promise<void> {
  if (fault.when === 'after-effect') await exchange.run();
  exchange.reset();
}

async function truncate(exchange: Exchange): Promise<void> {
  const answer = await exchange.run();
  exchange.begin(answer);
  await exchange.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)));
  exchange.hangUp();
}

async function drip(fault: SlowBodyFault, exchange: Exchange): Promise<void> {
  const answer = await exchange.run();
  exchange.begin(answer);
  const pieces = Math.min(20, answer.body.length);
  for (let piece = 0; piece < pieces; piece += 1) {
    if (!(await exchange.pause(fault.ms / pieces))) return;
    const at = (index: number): number => Math.floor((answer.body.length * index) / pieces);
    await exchange.write(answer.body.subarray(at(piece), at(piece + 1)));
  }
  exchange.end();
}
