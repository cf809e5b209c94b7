/** The two halves of the API that have conversations. They differ in this only (vendors/sendyiq.md §Endpoints). */
export interface Area {
  readonly provider: 'sendyiq-chat' | 'sendyiq-social';
  readonly conversations: '/chat/conversations' | '/social/conversations';
  readonly pageSize: 'PageSize' | 'PerPage';
}

export const chat = {
  provider: 'sendyiq-chat',
  conversations: '/chat/conversations',
  pageSize: 'PageSize',
} as const satisfies Area;

export const social = {
  provider: 'sendyiq-social',
  conversations: '/social/conversations',
  pageSize: 'PerPage',
} as const satisfies Area;
