import {
  type Call,
  entityMapper,
  type HandlersFor,
  mapItems,
  readInput,
  type VendorRequest,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Area } from './area.ts';
import type { capabilities } from './capabilities.ts';
import { channelMapper } from './channel.ts';
import type { Context } from './config.ts';
import { readList } from './list-envelope.ts';
import { refusePosition } from './position.ts';
import { channelOptions, websiteOptions } from './provider-options.ts';
import { createdChannel, createWebsite } from './website-channel.ts';

/** vendors/sendyiq.md §Endpoints. The channels are shared: both providers see and change the same ones. */
export function channelHandlers(context: Context, area: Area): HandlersFor<typeof capabilities>['channels'] {
  const { normalize, reportDrift } = context;
  const toChannel = entityMapper(normalize, 'channel', channelMapper(reportDrift));
  const place = `providerOptions.${area.provider}`;
  const change = async (request: ChannelRequest, channelId: string, call: Call) => {
    await call.request({ ...request, params: { channelId }, effect: 'write', response: z.unknown(), anyText: true });
  };

  return {
    async list(request, call) {
      refusePosition(request);
      const body = await call.request({
        method: 'GET',
        path: '/social/channels',
        effect: 'read',
        response: z.unknown(),
      });
      return mapItems('channel', readList(body, 'channels', normalize, reportDrift).items, toChannel, reportDrift);
    },
    async createWebsite({ name, aiAgentEnabled, options = {} }, call) {
      const settings = readInput(websiteOptions, options, place);
      const body = { displayName: name, ...settings, isAgentEnabled: aiAgentEnabled };
      return createdChannel(context, body, await createWebsite(body, call));
    },
    update(channelId, { name, options = {} }, call) {
      const body = { displayName: name, ...readInput(channelOptions, options, place) };
      return change({ method: 'PATCH', path: '/social/channels/{channelId}', body }, channelId, call);
    },
    delete: (channelId, call) => change({ method: 'DELETE', path: '/social/channels/{channelId}' }, channelId, call),
    async rotateToken(channelId, call) {
      await call.request(rotateToken(channelId));
    },
    setAiAgent: (channelId, { enabled }, call) =>
      change({ method: 'POST', path: '/social/channels/{channelId}/toggle-agent', body: { enabled } }, channelId, call),
  };
}

type ChannelRequest = Pick<VendorRequest<unknown>, 'method' | 'path' | 'body'>;

/** Repeating it makes another token, so that the answer to the first is of no use: it is not retried blindly. */
export function rotateToken(channelId: string): VendorRequest<unknown> {
  return {
    method: 'POST',
    path: '/social/channels/{channelId}/rotate-token',
    params: { channelId },
    effect: 'send',
    response: z.unknown(),
    anyText: true,
  };
}
