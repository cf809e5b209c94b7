import { contactById, found } from '../find.ts';
import { bodyOf, idOf, listPage } from '../request.ts';
import { done, type RouteContext } from '../route-context.ts';
import { noteBody } from '../schemas.ts';
import { takeId } from '../state.ts';
import type { SmartsenderNote } from '../wire.ts';
import { wireTime } from '../wire-time.ts';

export function noteRoutes({ app, state, now }: RouteContext): void {
  app.get('/v1/contacts/:contactId/notes', (context) => {
    const { notes } = contactById(state, idOf(context, 'contactId'));
    return context.json(listPage(context, notes.toReversed(), (note) => note));
  });

  app.post('/v1/contacts/:contactId/notes', async (context) => {
    const conversation = contactById(state, idOf(context, 'contactId'));
    const { content } = await bodyOf(context, noteBody);
    const author = found(state.operators.find(({ id }) => id === conversation.operatorId) ?? state.operators[0]);
    const note: SmartsenderNote = {
      id: takeId(state, 'note'),
      content,
      createdAt: wireTime(now()),
      user: author.info,
    };
    conversation.notes.push(note);
    return context.json(note);
  });

  app.put('/v1/contacts/:contactId/notes/:noteId', async (context) => {
    const { notes } = contactById(state, idOf(context, 'contactId'));
    const note = noteById(notes, idOf(context, 'noteId'));
    note.content = (await bodyOf(context, noteBody)).content;
    return context.json(done);
  });

  app.delete('/v1/contacts/:contactId/notes/:noteId', (context) => {
    const { notes } = contactById(state, idOf(context, 'contactId'));
    notes.splice(notes.indexOf(noteById(notes, idOf(context, 'noteId'))), 1);
    return context.json(done);
  });
}

function noteById(notes: readonly SmartsenderNote[], noteId: number): SmartsenderNote {
  return found(notes.find(({ id }) => id === noteId));
}
