export type { BlingerConfig } from './config.ts';
export { blinger } from './provider.ts';
export type { BlingerConversation, BlingerGroup, BlingerOperator } from './schemas.ts';
