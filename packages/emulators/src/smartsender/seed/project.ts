import { assumed } from '../assumptions.ts';
import { firstIds, type SmartsenderState } from '../state.ts';
import type { SmartsenderChannel, SmartsenderOperator } from '../wire.ts';
import { wireTime } from '../wire-time.ts';

const day = 24 * 60 * 60_000;

/** A project with its channels and operators and without a single conversation: the `empty` seed. */
export function emptyProject(now: number): SmartsenderState {
  return {
    project: { name: 'Example Shop', photo: 'https://cdn.example.com/projects/shop.png' },
    channels: channels(now),
    operators: operators(now),
    conversations: [],
    nextIds: firstIds(),
  };
}

function channels(now: number): SmartsenderChannel[] {
  const { telegram, viber, instagram, facebook, whatsapp } = assumed.channelTypes;
  const create = (id: number, type: string, name: string, link: string, app: string, active = true) => ({
    id,
    active,
    occupied: true,
    type,
    name,
    referrer: id + 4_000,
    link,
    app,
    createdAt: wireTime(now - (400 - id) * day),
    updatedAt: wireTime(now - 3 * day),
  });
  return [
    create(118, telegram, 'Example Shop Bot', 'https://t.example.com/shop_bot', 'tg://resolve?domain=shop_bot'),
    create(119, viber, 'Example Shop', 'https://viber.example.com/shop', 'viber://pa?chatURI=shop'),
    create(120, instagram, '@example.shop', 'https://instagram.example.com/shop', 'instagram://user?username=shop'),
    create(121, facebook, 'Example Shop Page', 'https://facebook.example.com/shop', 'fb-messenger://user/shop'),
    create(
      122,
      whatsapp,
      'Example Shop WhatsApp',
      'https://wa.example.com/12025550100',
      'whatsapp://send?phone=12025550100',
    ),
    create(123, telegram, 'Old wholesale bot', 'https://t.example.com/old_bot', 'tg://resolve?domain=old_bot', false),
  ];
}

const staff = [
  ['Marta', 'Hrytsenko', 'uk', 'Europe/Kyiv'],
  ['Daniel', 'Okafor', 'en', 'Africa/Lagos'],
  ['Inês', 'Carvalho', 'pt', 'Europe/Lisbon'],
  ['Timur', 'Akhmetov', 'kk', 'Asia/Almaty'],
  ['Greta', 'Holm', 'sv', 'Europe/Stockholm'],
] as const;

function operators(now: number): SmartsenderOperator[] {
  return staff.map(([firstName, lastName, locale, timezone], index) => ({
    id: 71 + index,
    type: assumed.operatorType,
    watermark: String(Math.floor(now / 1000) - index * 60),
    subscribed: true,
    involvement: index < 3,
    chatsTotal: 0,
    createdAt: wireTime(now - (300 - index * 20) * day),
    deletedAt: index === 4 ? wireTime(now - 10 * day) : null,
    info: {
      id: 9_001 + index,
      subscribed: true,
      email: `${firstName.normalize('NFD').replace(/\W/g, '').toLowerCase()}@shop.example.com`,
      phone: `+1202555018${index}`,
      photo: `https://cdn.example.com/operators/${71 + index}.jpg`,
      locale,
      timezone,
      fullName: `${firstName} ${lastName}`,
      firstName,
      createdAt: wireTime(now - (310 - index * 20) * day),
      preferredCurrency: 'EUR',
    },
    status: index < 3 ? { id: 1, name: 'Online', color: '#2ecc71' } : { id: 2, name: 'Away', color: '#f1c40f' },
  }));
}
