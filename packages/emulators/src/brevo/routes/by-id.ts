import { assumed } from '../assumptions.ts';
import { BrevoProblem } from '../brevo-problem.ts';
import { htmlOf } from '../html-of.ts';
import { bodyOf } from '../request.ts';
import { type RouteContext, root } from '../route-context.ts';
import { editBody } from '../schemas.ts';
import { toMessage } from '../to-wire.ts';
import type { BrevoMessage } from '../wire.ts';

/** Reading, editing and deleting one message: the same three operations for both kinds, each blind to the other's messages. */
export function messageByIdRoutes({ app, world }: RouteContext, kind: 'messages' | 'pushedMessages'): void {
  const path = `${root}/${kind}/:id` as const;
  const isOfKind = ({ isPushed }: BrevoMessage) => (isPushed ?? false) === (kind === 'pushedMessages');

  function locate(id: string) {
    for (const { messages } of world.state.conversations) {
      const message = messages.find((candidate) => candidate.id === id && isOfKind(candidate));
      if (message !== undefined) return { messages, message };
    }
    throw new BrevoProblem(assumed.messageNotFound);
  }

  function locateOwn(id: string) {
    const located = locate(id);
    if (located.message.type !== 'agent') throw new BrevoProblem(assumed.notByAgent);
    return located;
  }

  app.get(path, (context) =>
    context.json(toMessage(locate(context.req.param('id')).message, world.behaviour().attachmentNames)),
  );

  app.put(path, async (context) => {
    const { message } = locateOwn(context.req.param('id'));
    const { text } = await bodyOf(context, editBody);
    message.text = text;
    message.html = htmlOf(text);
    return context.json(toMessage(message, world.behaviour().attachmentNames));
  });

  app.delete(path, (context) => {
    const { messages, message } = locateOwn(context.req.param('id'));
    messages.splice(messages.indexOf(message), 1);
    return context.body(null, 204);
  });
}
