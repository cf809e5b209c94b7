/** The objects as Smartsender sends them (vendors/smartsender.md §Objects). Times are `YYYY-MM-DD HH:MM:SS`. */

export interface SmartsenderCursor {
  page: number;
  pages: number;
}

export interface SmartsenderList<T> {
  cursor: SmartsenderCursor;
  collection: T[];
}

export interface SmartsenderChannel {
  id: number;
  active: boolean;
  occupied: boolean;
  type: string;
  name: string;
  referrer: number;
  link: string;
  app: string;
  createdAt: string;
  updatedAt: string;
}

export interface SmartsenderGate {
  id: number;
  subscribed: boolean;
  unreadMessages: number;
  channel: SmartsenderChannel;
}

export interface SmartsenderChat {
  id: number;
  name: string;
  image: string;
  contact: { id: number; originalId: number };
  gates: SmartsenderGate[];
  /** On lists only, as one client was seen reading it. */
  unreadMessages?: number;
  createdAt: string;
  updatedAt: string;
}

export interface SmartsenderTemplate {
  type: string;
  resource: { parameters: Record<string, unknown>; buttons?: { parameters: { text: string } }[] };
}

export interface SmartsenderMessage {
  id: number;
  content: SmartsenderTemplate;
  internal: boolean;
  state: { type: string; message: string | null };
  sender: { type: string; image: string; fullName: string };
  gate: SmartsenderGate;
  editedAt: string | null;
  seenAt: string | null;
  createdAt: string;
  deliveredAt: string | null;
}

export interface SmartsenderVariable {
  id: number;
  name: string;
  content: string;
  value: string | null;
  description: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface SmartsenderContact {
  id: number;
  photo: string;
  state: string;
  email: string | null;
  phone: string | null;
  fullName: string;
  firstName: string;
  lastName: string | null;
  tags: { id: number; name: string; color: string }[];
  funnels: { id: number; name: string; serviceKey: string }[];
  variables: SmartsenderVariable[];
}

export interface SmartsenderUser {
  id: number;
  subscribed: boolean;
  email: string;
  phone: string;
  photo: string;
  locale: string;
  timezone: string;
  fullName: string;
  firstName: string;
  createdAt: string;
  preferredCurrency: string;
}

export interface SmartsenderOperator {
  id: number;
  type: string;
  watermark: string;
  subscribed: boolean;
  involvement: boolean;
  chatsTotal: number;
  createdAt: string;
  deletedAt: string | null;
  info: SmartsenderUser;
  status: { id: number; name: string; color: string };
}

export interface SmartsenderNote {
  id: number;
  content: string;
  createdAt: string;
  user: SmartsenderUser;
}
