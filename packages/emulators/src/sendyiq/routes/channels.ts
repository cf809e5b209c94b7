import type { Context } from 'hono';
import { addChannel } from '../add-channel.ts';
import { assumed, type SendyiqChannel, type SendyiqWebsiteChannel } from '../assumptions.ts';
import { wrapList, wrapSingle } from '../envelope.ts';
import { bodyOf, found, idOf, problem } from '../request.ts';
import type { RouteContext } from '../route-context.ts';
import { channelPatch, toggleBody, websiteBody } from '../schemas.ts';
import { takeHex } from '../state.ts';

export function channelRoutes({ app, state, envelope, now }: RouteContext): void {
  const requested = (context: Context): SendyiqChannel => {
    const channelId = idOf(context, 'channelId');
    return found(state.channels.find(({ id }) => id === channelId));
  };
  const answer = (context: Context, body: object) =>
    context.json(wrapSingle(envelope(), body) as Record<string, unknown>);
  const change = (channel: SendyiqChannel, patch: Partial<SendyiqChannel>) =>
    Object.assign(channel, patch, { updatedAt: new Date(now()).toISOString() });

  app.get('/social/channels', (context) => {
    const { channels } = state;
    const list = wrapList(envelope(), { items: channels, entity: 'channels', total: channels.length });
    return context.json(list as Record<string, unknown>);
  });

  app.patch('/social/channels/:channelId', async (context) => {
    const channel = requested(context);
    const { accessToken, appSecret, ...visible } = await bodyOf(context, channelPatch);
    state.secrets[channel.id] = {
      ...state.secrets[channel.id],
      ...(accessToken === undefined ? {} : { accessToken }),
      ...(appSecret === undefined ? {} : { appSecret }),
    };
    return answer(context, change(channel, withoutUndefined(visible)));
  });

  app.delete('/social/channels/:channelId', (context) => {
    const channel = requested(context);
    state.channels.splice(state.channels.indexOf(channel), 1);
    return answer(context, assumed.deleted);
  });

  app.post('/social/channels/:channelId/rotate-token', (context) => {
    const channel = requested(context);
    if (channel.channelToken === null) throw problem(assumed.noTokenToRotate);
    const token = takeHex(state);
    return answer(context, change(channel, { channelToken: token, externalAccountId: token }));
  });

  app.post('/social/channels/:channelId/toggle-agent', async (context) => {
    const channel = requested(context);
    const { enabled } = await bodyOf(context, toggleBody);
    return answer(context, change(channel, { isAgentEnabled: enabled }));
  });

  app.post('/social/channels/website', async (context) => {
    const { displayName, ...optional } = await bodyOf(context, websiteBody);
    const created = addChannel(state, {
      channelType: 'Website',
      displayName,
      ...withoutUndefined(optional),
      at: now(),
    });
    const website: SendyiqWebsiteChannel = { ...created, embedSnippet: embedSnippet(created) };
    return answer(context, website);
  });
}

function embedSnippet({ channelToken }: SendyiqChannel): string {
  return `<script src="https://widget.example.com/chat.js" data-channel-token="${channelToken}" async></script>`;
}

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function withoutUndefined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
