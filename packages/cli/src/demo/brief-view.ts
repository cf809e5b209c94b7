import { count } from '../output/count.ts';
import type { Output } from '../output/output.ts';
import { hasFile } from './choose-conversation.ts';
import { createView, type View } from './view.ts';

/** The same in a line each, without tables. */
export function createBriefView(output: Output, now: () => number): View {
  const view = createView(output, now);
  return {
    ...view,
    openConversations({ conversations, pages, incomplete }, [newest]) {
      const listed = `${count(conversations.length, 'open conversation')} on ${count(pages, 'page')}`;
      const whole = incomplete === undefined ? '' : `; not the whole list: ${incomplete}`;
      view.done('listed', `${listed}, newest: ${newest?.contact.name ?? 'someone'}${whole}`);
    },
    history({ contact, channel }, messages) {
      const file = hasFile(messages) ? ' with a file' : '';
      const size = count(messages.length, 'message');
      view.done('read', `${contact.name ?? 'someone'} (${channel.kind}), ${size}${file}`);
    },
  };
}
