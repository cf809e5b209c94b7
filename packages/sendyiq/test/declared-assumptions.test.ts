import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';
import { describe, expect, it } from 'vitest';
import { about, assumptions } from '../src/assumptions/declared.ts';
import * as tables from '../src/assumptions/index.ts';
import { topName } from '../src/assumptions/spelling.ts';

const { conversationFields, messageFields, channelFields } = tables;
const entities = Object.entries({
  conversation: conversationFields,
  message: messageFields,
  channel: channelFields,
}).flatMap(([entity, table]) =>
  [...new Set(Object.keys(table).map(topName))].map((field) => ({
    entity,
    field,
    override: `normalize.${entity}.${field}`,
  })),
);

describe('the declared assumptions', () => {
  it('are those of both providers', () => {
    expect(sendyiqChat.assumptions).toBe(assumptions);
    expect(sendyiqSocial.assumptions).toBe(assumptions);
  });

  it('are about every table, in numbers that a person reads', () => {
    expect(Object.keys(about).toSorted()).toEqual(Object.keys(tables).toSorted());
    for (const declared of Object.values(about)) {
      expect(declared).not.toEqual([]);
      expect(assumptions).toEqual(expect.arrayContaining([...declared]));
    }
    expect(assumptions.length).toBeLessThanOrEqual(50);
  });

  it.each(entities)('tell how to correct the $field of a $entity', ({ override }) => {
    expect(assumptions.filter((assumption) => assumption.override?.split(', ').includes(override))).not.toEqual([]);
  });

  it('name every spelling of a field that is read in one way', () => {
    const id = assumptions.find(({ override }) => override === 'normalize.channel.nativeId');
    expect(id).toEqual({
      assumed: 'The `nativeId` of a channel is in `id`, `channelId` or `uuid`.',
      basis: 'inferred',
      source: 'vendors/sendyiq.md §Endpoints',
      override: 'normalize.channel.nativeId',
    });
  });

  it('name a place for each part of a field that has several', () => {
    const delivery = assumptions.find(({ assumed }) => assumed.startsWith('The `delivery` of a message'));
    expect(delivery?.assumed).toBe(
      'The `delivery` of a message is in fields such as `deliveryStatus` and `errorCode`.',
    );
  });

  it('are one sentence each, no two of them the same', () => {
    expect(new Set(assumptions.map(({ assumed }) => assumed)).size).toBe(assumptions.length);
    for (const { assumed, basis, source } of assumptions) {
      expect(assumed).toMatch(/^[A-Z`].*\.$/);
      expect(basis).toBe('inferred');
      expect(source).toMatch(/^vendors\/sendyiq\.md §[A-Z][\w ]+(, §[A-Z][\w ]+)*$/);
    }
  });
});
