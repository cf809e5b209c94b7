import { type AnyProvider, createInbox, type Inbox } from '@anyinbox/core';
import { describe, expect, it } from 'vitest';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toy } from '../support/toy-provider.ts';

describe('a bug of a provider', () => {
  const thrown = async (problem: unknown, after: boolean) => {
    const { url } = await serve((_request, response) => json(response, { id: 1 }));
    const connect: typeof toy.connect = (context) => {
      const connected = toy.connect(context);
      const messages = {
        ...connected.handlers.messages,
        send: async (...input: Parameters<NonNullable<typeof connected.handlers.messages>['send']>) => {
          if (after) await connected.handlers.messages?.send(...input);
          throw problem;
        },
      };
      return { ...connected, handlers: { ...connected.handlers, messages } as typeof connected.handlers };
    };
    const inbox = createInbox(
      { ...toy, connect } as unknown as AnyProvider,
      { credentials: { token: 'x' }, options: { baseUrl: url } } as never,
    ) as Inbox;
    return failure(inbox.messages.send('toy:1', { text: 'x' }));
  };

  it('becomes `internal` with the place and without what it says', async () => {
    const error = await thrown(new TypeError('cannot read "kim@example.com"'), false);
    expect(error).toMatchObject({
      code: 'internal',
      blame: 'library',
      provider: 'toy',
      operation: 'messages.send',
      outcome: 'not-sent',
    });
    expect(error.message).toBe('An unexpected TypeError was thrown');
    expect(error.stack).toContain('internal-errors.test.ts');
    expect(error.stack).not.toContain('kim@example.com');
    expect(error.cause).toBeUndefined();
  });

  it('after the vendor was asked leaves it open whether it was done', async () => {
    expect((await thrown('text', true)).outcome).toBe('unknown');
    expect((await thrown(undefined, true)).message).toBe('An unexpected undefined was thrown');
  });

  it('in reading an error envelope is no answer of the vendor', async () => {
    const { url } = await serve((_request, response) => json(response, { id: 1 }));
    const readError = () => {
      throw new TypeError('kim@example.com');
    };
    const broken = { ...toy, transport: { ...toy.transport, readError } } as unknown as AnyProvider;
    const inbox = createInbox(broken, { credentials: { token: 'x' }, options: { baseUrl: url } } as never) as Inbox;
    expect(await failure(inbox.messages.send('toy:1', { text: 'x' }))).toMatchObject({
      code: 'internal',
      outcome: 'unknown',
    });
    expect((await failure(inbox.conversations.get('toy:1'))).message).not.toContain('kim@example.com');
  });
});
