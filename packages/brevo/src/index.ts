export type { BrevoConfig, BrevoPlan } from './config.ts';
export { brevo } from './provider.ts';
export type { BrevoForwardStatus, BrevoMessage, BrevoVisitorGroup } from './schemas.ts';
