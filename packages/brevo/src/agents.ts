import type { AllHandlers } from '@anyinbox/core/provider';
import type { Context } from './config.ts';
import { agentOnlinePing } from './endpoints.ts';
import { agentFields, identityOf } from './identity.ts';

/** vendors/brevo.md §2 #9: an agent by its id alone, or a person with the marker. */
export function agents({ config }: Context): Pick<AllHandlers['agents'], 'setOnline'> {
  return {
    async setOnline(agent, call) {
      const { agentId, ...person } = agentFields(identityOf(agent, undefined), config.options.receivedFrom);
      await call.request(agentOnlinePing(agentId === undefined ? person : { agentId }));
    },
  };
}
