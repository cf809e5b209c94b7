import { found } from '../find.ts';
import { bodyOf, idOf, listPage } from '../request.ts';
import { done, type RouteContext } from '../route-context.ts';
import { stateBody } from '../schemas.ts';
import { wireTime } from '../wire-time.ts';

export function channelRoutes({ app, state, now }: RouteContext): void {
  const channelById = (channelId: number) => found(state.channels.find(({ id }) => id === channelId));

  app.get('/v1/channels', (context) => context.json(listPage(context, state.channels, (channel) => channel)));

  app.get('/v1/channels/:channelId', (context) => context.json(channelById(idOf(context, 'channelId'))));

  app.put('/v1/channels/:channelId', async (context) => {
    const channel = channelById(idOf(context, 'channelId'));
    channel.active = (await bodyOf(context, stateBody)).state;
    channel.updatedAt = wireTime(now());
    return context.json(done);
  });
}
