import { changeContact } from '../change-contact.ts';
import { contactById } from '../find.ts';
import { bodyOf, idOf, listPage, validated } from '../request.ts';
import { done, type RouteContext } from '../route-context.ts';
import { contactBody, searchQuery } from '../schemas.ts';
import { mentions } from '../select-chats.ts';
import type { SmartsenderConversation } from '../state.ts';
import { toChat, toGate } from '../to-wire.ts';
import { listMessages } from './list-messages.ts';

export function contactRoutes({ app, state, now }: RouteContext): void {
  const newestFirst = () => state.conversations.toSorted((left, right) => right.contact.id - left.contact.id);
  const toContact = ({ contact }: SmartsenderConversation) => contact;

  app.get('/v1/contacts', (context) => context.json(listPage(context, newestFirst(), toContact)));

  app.get('/v1/contacts/search', (context) => {
    const { term } = validated(searchQuery, context.req.query());
    const hits = newestFirst().filter((conversation) => mentions(conversation, term));
    return context.json(listPage(context, hits, toContact));
  });

  app.get('/v1/contacts/:contactId', (context) => {
    const { contact, notes } = contactById(state, idOf(context, 'contactId'));
    return context.json({ ...contact, notes });
  });

  app.put('/v1/contacts/:contactId', async (context) => {
    const { contact } = contactById(state, idOf(context, 'contactId'));
    changeContact(state, contact, await bodyOf(context, contactBody), now());
    return context.json(done);
  });

  app.get('/v1/contacts/:contactId/info', (context) => {
    const { contact } = contactById(state, idOf(context, 'contactId'));
    const variables = Object.fromEntries(contact.variables.map(({ name, value }) => [name, value]));
    return context.json({ ...contact, variables });
  });

  app.get('/v1/contacts/:contactId/chat', (context) =>
    context.json(toChat(state, contactById(state, idOf(context, 'contactId')))),
  );

  app.get('/v1/contacts/:contactId/gates', (context) => {
    const { gates } = contactById(state, idOf(context, 'contactId'));
    return context.json(listPage(context, gates, (gate) => toGate(state, gate)));
  });

  app.get('/v1/contacts/:contactId/messages', (context) =>
    context.json(listMessages(context, state, contactById(state, idOf(context, 'contactId')))),
  );
}
