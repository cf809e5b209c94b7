export type { SmartsenderConfig } from './config.ts';
export { smartsender } from './provider.ts';
export type {
  SmartsenderAccount,
  SmartsenderChannel,
  SmartsenderChat,
  SmartsenderContact,
  SmartsenderContactInfo,
  SmartsenderGate,
  SmartsenderMessage,
  SmartsenderNote,
  SmartsenderOperator,
} from './schemas.ts';
