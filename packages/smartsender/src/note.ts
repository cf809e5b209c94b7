import { defined, type NativeNote, readEntity, webUrl } from '@anyinbox/core/provider';
import { type MappingContext, needed, timeOf } from './mapping-context.ts';
import { noteSchema } from './schemas.ts';

/** The author has no id here: a note names the user, and agents are operators, whose ids are others. */
export function toNote(raw: unknown, given: Partial<NativeNote>, context: MappingContext): NativeNote {
  const note = readEntity('note', noteSchema, raw, context.reportDrift);
  return {
    ...defined({
      nativeId: given.nativeId ?? needed(note.id, 'note', 'id'),
      author: defined({
        kind: 'agent' as const,
        name: note.user?.fullName ?? undefined,
        avatarUrl: webUrl(note.user?.photo),
      }),
      text: given.text ?? needed(note.content, 'note', 'content'),
      createdAt: timeOf(context, 'note', 'createdAt', note.createdAt) ?? undefined,
    }),
    raw,
  };
}
