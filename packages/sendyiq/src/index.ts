export type { CreatedWebsiteChannel, RotatedToken } from './native-channels.ts';
export { sendyiqChat, sendyiqSocial } from './provider.ts';
export type { WebsiteChannelBody } from './website-channel.ts';
