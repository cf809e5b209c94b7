import { describe, expect, test } from 'vitest';
import { messageBody, pushedMessageBody } from '../../src/send-body.ts';

const receivedFrom = 'anyinbox';
const person = { name: 'Iwo', email: 'iwo@example.com' };
const refuses = (code: string, message: string) =>
  expect.objectContaining({ code, blame: 'caller', attempts: 0, message: expect.stringContaining(message) });

describe('a message of an agent', () => {
  test('`as` goes before the configuration', () => {
    const agent = { agentId: 'a1' };
    expect(messageBody('v1', { text: 'Hi' }, { agent, receivedFrom })).toMatchObject({ agentId: 'a1' });
    const body = messageBody('v1', { text: 'Hi', as: person }, { agent, receivedFrom });
    expect(body).toEqual({
      visitorId: 'v1',
      text: 'Hi',
      agentEmail: 'iwo@example.com',
      agentName: 'Iwo',
      receivedFrom,
    });
  });

  test('nobody is named', () => {
    expect(() => messageBody('v1', { text: 'Hi' }, { receivedFrom })).toThrow(
      refuses('invalid-request', 'neither `as` nor options.agent names an agent'),
    );
  });

  test.each([
    ['as.agentId is empty', { agentId: ' ' }],
    ['as.name is missing or empty', { name: ' ', email: 'iwo@example.com' }],
    ['as.email is missing or not an e-mail address', { name: 'Iwo', email: 'iwo' }],
    ['as.email is missing', { name: 'Iwo' } as { name: string; email: string }],
    ['as.name is missing', { email: 'iwo@example.com' } as { name: string; email: string }],
  ])('%s', (message, as) => {
    expect(() => messageBody('v1', { text: 'Hi', as }, { receivedFrom })).toThrow(refuses('invalid-request', message));
  });

  test.each([
    ['providerOptions.brevo.groupId goes with an automated message only', { groupId: 'g1' }],
    ['providerOptions.brevo.receivedFrom: must not be empty', { receivedFrom: '' }],
    ['providerOptions.brevo.file: is not known', { file: {} }],
  ])('%s', (message, options) => {
    const draft = { text: 'Hi', as: person, options };
    expect(() => messageBody('v1', draft, { receivedFrom })).toThrow(refuses('invalid-request', message));
  });

  test('it is a text', () => {
    const attachments = [{ url: 'https://cdn.example.com/a.png' }];
    for (const draft of [{ attachments }, { text: 'Hi', attachments }, {}])
      expect(() => messageBody('v1', { ...draft, as: person }, { receivedFrom })).toThrow(
        refuses('unsupported', 'texts only'),
      );
  });
});

describe('a pushed message', () => {
  const push = (draft: object, agent?: { agentId: string } | typeof person) =>
    pushedMessageBody('v1', { text: 'Hi', ...draft }, { agent, receivedFrom });
  const group = { options: { groupId: 'g1' } };
  const words = { visitorId: 'v1', text: 'Hi' };

  test('is by an agent, by a group, by an agent of a group, or by whomever the vendor takes', () => {
    expect(push({ as: { agentId: 'a1' } }, { agentId: 'a2' })).toEqual({ ...words, agentId: 'a1' });
    expect(push({}, { agentId: 'a2' })).toEqual({ ...words, agentId: 'a2' });
    expect(push(group, { agentId: 'a2' })).toEqual({ ...words, groupId: 'g1' });
    expect(push({ ...group, as: { agentId: 'a1' } })).toEqual({ ...words, agentId: 'a1', groupId: 'g1' });
    expect(push({})).toEqual(words);
  });

  test('is never by a person, of the call or of the configuration', () => {
    expect(() => push({ as: person })).toThrow(refuses('unsupported', 'not of a person'));
    expect(() => push({}, person)).toThrow(refuses('unsupported', 'not of a person'));
    expect(push(group, person)).toEqual({ ...words, groupId: 'g1' });
  });

  test('has no marker', () => {
    expect(() => push({ options: { receivedFrom: 'x' } })).toThrow(refuses('invalid-request', 'receivedFrom'));
  });
});
