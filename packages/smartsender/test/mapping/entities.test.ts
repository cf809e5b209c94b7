import { describe, expect, test } from 'vitest';
import { toAgent } from '../../src/agent.ts';
import { toChannel } from '../../src/channel.ts';
import { toNote } from '../../src/note.ts';
import { note, operator, user, viberChannel } from '../fixtures/objects.ts';
import { mappingContext } from '../support/mapping.ts';

describe('channel', () => {
  test('one that says little', () => {
    expect(toChannel({ id: 1 }, {}, mappingContext())).toEqual({
      nativeId: '1',
      kind: 'unknown',
      nativeKind: 'unknown',
      name: '',
      raw: { id: 1 },
    });
  });

  test('one that is not active', () => {
    expect(toChannel({ ...viberChannel, active: false }, {}, mappingContext()).active).toBe(false);
  });

  test('it needs an id, unless the app gives it', () => {
    expect(() => toChannel({}, {}, mappingContext())).toThrow(
      expect.objectContaining({ code: 'unexpected-response', message: expect.stringContaining('channel.id') }),
    );
    expect(toChannel({}, { nativeId: '5' }, mappingContext()).nativeId).toBe('5');
  });
});

describe('agent', () => {
  test('one without information', () => {
    expect(toAgent({ id: 71 }, {}, mappingContext())).toEqual({ id: '71', raw: { id: 71 } });
  });

  test('its id is the operator’s, not the user’s', () => {
    expect(toAgent(operator, {}, mappingContext()).id).toBe('71');
  });

  test('an avatar that is a path is left out', () => {
    const agent = toAgent({ ...operator, info: { ...user, photo: '/img/1.png' } }, {}, mappingContext());
    expect(agent).not.toHaveProperty('avatarUrl');
  });

  test('it needs an id, unless the app gives it', () => {
    expect(() => toAgent({}, {}, mappingContext())).toThrow(expect.objectContaining({ code: 'unexpected-response' }));
    expect(toAgent({}, { id: '5' }, mappingContext()).id).toBe('5');
  });
});

describe('note', () => {
  test('one without a user or a time', () => {
    const raw = { id: 88, content: 'x' };
    expect(toNote(raw, {}, mappingContext())).toEqual({ nativeId: '88', author: { kind: 'agent' }, text: 'x', raw });
  });

  test.each(['id', 'content'])('it needs the field %s', (field) => {
    expect(() => toNote({ ...note, [field]: null }, {}, mappingContext())).toThrow(
      expect.objectContaining({ code: 'unexpected-response', message: expect.stringContaining(`note.${field}`) }),
    );
  });

  test('what the app gives need not be found', () => {
    expect(toNote({}, { nativeId: '1', text: 'y' }, mappingContext())).toMatchObject({ nativeId: '1', text: 'y' });
  });
});
