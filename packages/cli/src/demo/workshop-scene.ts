import type { SendyiqEmulator } from '@anyinbox/emulators';

const minute = 60_000;

/** A clock that can be set back, so that a scene may lie in the past. */
export interface SceneClock {
  readonly now: () => number;
  setMinutesAgo(minutes: number): void;
}

export function createSceneClock(): SceneClock {
  // The seed ends before the scene begins.
  let minutesAgo = 60;
  return {
    now: () => Date.now() - minutesAgo * minute,
    setMinutesAgo(minutes) {
      minutesAgo = minutes;
    },
  };
}

interface Visitor {
  readonly ago: number;
  readonly customerName: string;
  readonly text: string;
}

const visitors: readonly Visitor[] = [
  { ago: 48, customerName: 'Ximena Ríos', text: 'Do you rent cargo bikes for a weekend?' },
  { ago: 31, customerName: 'Zoë Lambert-Dupont', text: 'Is the blue city bike still in stock?' },
  { ago: 22, customerName: '王小明', text: '请问周六营业吗？' },
  { ago: 9, customerName: 'Yuki 🚲 Mori', text: 'My brakes squeal when it rains. What would a repair cost?' },
  { ago: 3, customerName: 'Marek Nowak', text: 'Can I bring my bike in tomorrow morning?' },
];

/** Who writes to the tenant of two vendors at one of them, between those who write at the other. */
export const shopVisitors: readonly Visitor[] = [
  { ago: 130, customerName: 'Noor Haddad', text: 'Do you deliver on Sundays?' },
  { ago: 65, customerName: 'Tomás Vidal', text: 'The discount code is refused at the checkout.' },
  { ago: 14, customerName: 'Ingrid Solberg', text: 'May I change the address of order 10511?' },
  { ago: 5, customerName: 'Anh Trần', text: 'Is there a larger size of the green jacket?' },
];

/** Other customers than the seed's, so that a reader can tell the tenants apart: those of a bicycle workshop. */
export function setWorkshopScene(account: SendyiqEmulator, clock: SceneClock): void {
  setScene(account, clock, visitors);
}

export function setScene(account: SendyiqEmulator, clock: SceneClock, people: readonly Visitor[]): void {
  for (const { ago, customerName, text } of people) {
    clock.setMinutesAgo(ago);
    const { id: conversationId } = account.addConversation({ kind: 'chat', customerName, text });
    if (customerName === 'Yuki 🚲 Mori') {
      clock.setMinutesAgo(ago - 1);
      account.receive({ conversationId, text: 'They look like this', attachments: [brakes] });
    }
  }
  clock.setMinutesAgo(0);
}

const brakes = {
  type: 'image',
  url: 'https://cdn.example.com/files/rear-brake.jpg',
  fileName: 'rear-brake.jpg',
  mimeType: 'image/jpeg',
  size: 231_077,
} as const;
