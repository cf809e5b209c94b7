import { invalidRequest, type NativeDraft, type SendAs, unsupported } from '@anyinbox/core/provider';
import { draftOptions } from './draft-options.ts';
import { type AgentFields, agentFields, identityOf } from './identity.ts';

interface Words {
  readonly visitorId: string;
  readonly text: string;
}

/** The bodies of #1 and #5 (vendors/brevo.md §2). */
export type MessageBody = Words & AgentFields;
export type PushedMessageBody = Words & {
  readonly agentId?: string | undefined;
  readonly groupId?: string | undefined;
};

interface Defaults {
  readonly agent?: SendAs | undefined;
  readonly receivedFrom: string;
}

export function messageBody(visitorId: string, draft: NativeDraft, defaults: Defaults): MessageBody {
  const { groupId, receivedFrom = defaults.receivedFrom } = draftOptions(draft.options);
  if (groupId !== undefined)
    throw invalidRequest('providerOptions.brevo.groupId goes with an automated message only', 'Set automated: true.');
  return { visitorId, text: textOf(draft), ...agentFields(identityOf(draft.as, defaults.agent), receivedFrom) };
}

/**
 * Here nobody has to be named: the vendor then chooses an agent, of the group if there is one. The configured agent speaks only when the draft names
 * neither an agent nor a group.
 */
export function pushedMessageBody(visitorId: string, draft: NativeDraft, defaults: Defaults): PushedMessageBody {
  const { groupId, receivedFrom } = draftOptions(draft.options);
  if (receivedFrom !== undefined)
    throw invalidRequest('providerOptions.brevo.receivedFrom does not go with an automated message');
  const agent = draft.as ?? (groupId === undefined ? defaults.agent : undefined);
  const { agentId } = agent === undefined ? {} : identityOf(agent, undefined);
  if (agent !== undefined && agentId === undefined)
    throw unsupported(
      'Brevo pushes automated messages in the name of an agent or a group, not of a person',
      'Pass as: { agentId }, or providerOptions.brevo.groupId.',
    );
  return {
    visitorId,
    text: textOf(draft),
    ...(agentId !== undefined && { agentId }),
    ...(groupId !== undefined && { groupId }),
  };
}

function textOf({ text, attachments = [] }: NativeDraft): string {
  if (text === undefined || attachments.length > 0) throw unsupported('Brevo sends texts only');
  return text;
}
