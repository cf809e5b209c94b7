import { addOperator } from '../add-operator.ts';
import { canary } from '../canary.ts';
import { type BlingerState, firstIds, seconds, takeId } from '../state.ts';

const day = 24 * 60 * 60_000;

/** An account with its operators, groups and connected accounts, and without a single conversation: the `empty` seed. */
export function emptyAccount(now: number): BlingerState {
  const state: BlingerState = {
    ownerUserId: 1_041,
    operators: [],
    groups: [],
    accounts: [],
    conversations: [],
    nextIds: firstIds(),
  };
  for (const [name, email] of staff) addOperator(state, name, `${email}@shop.example.com`);
  for (const [title, color] of groups) {
    state.groups.push({
      id: takeId(state, 'group'),
      user_id: state.ownerUserId,
      title,
      priority: state.groups.length,
      color,
      is_default: state.groups.length === 0,
    });
  }
  // The two application strings that are known.
  addAccount(state, 'livechat', 'support@shop.example.com', now - 300 * day);
  addAccount(state, 'telegrambot', 'Example Shop Bot', now - 200 * day);
  return state;
}

/** The first one is the admin operator. */
const staff = [
  ['Marta Hrytsenko', 'marta'],
  ['Daniel Okafor', 'daniel'],
  ['Inês Carvalho', 'ines'],
  ['Тимур Ахметов', 'timur'],
] as const;

const groups = [
  ['Default', '#22539c'],
  ['Retours & échanges', '#c0392b'],
  ['Оптові замовлення', '#27ae60'],
] as const;

function addAccount(state: BlingerState, application: string, name: string, createdAt: number): void {
  const id = takeId(state, 'blingerUser');
  const at = seconds(createdAt);
  state.accounts.push({
    name,
    userId: takeId(state, 'user'),
    user: {
      id,
      service_blinger_id: state.accounts.length + 1,
      blinger_user_id: id,
      is_active: true,
      date_updated: at,
      date_created: at,
      tags: null,
      name: null,
      // As in the vendor's example, although it is the account and not a customer.
      role: 'customer',
      avatar: null,
      application,
      service_user_id: null,
      status: 'enabled',
      group_id: null,
      is_comments: null,
      page_url: null,
      page_title: null,
      extra_fields: null,
      extra_field_secret_key: canary('extra-field-secret-key', id),
      custom_name: null,
    },
  });
}
