import type { BlingerEmulator, BrevoEmulator } from '@anyinbox/emulators';
import { demoSecrets } from './configuration.ts';
import type { Receiver } from './listen.ts';
import { prove } from './step.ts';

/** Customers write, and the vendors tell of it: all that is ever known of a Brevo conversation. */
export async function writeToBrevo(account: BrevoEmulator, receiver: Receiver): Promise<number> {
  account.webhooks.configure({ url: receiver.urlFor('hooli', 'hooli-mail'), bearer: demoSecrets.brevo });
  for (const { displayedName, source, text } of mailers) account.startConversation({ displayedName, source, text });
  const [first] = account.state.conversations.filter(({ visitor }) => visitor.displayedName === 'Priya Raman');
  if (first)
    account.receive({
      visitorId: first.visitor.id,
      attachments: [
        {
          name: 'invoice-2211.pdf',
          link: 'https://cdn.example.com/invoice-2211.pdf',
          mimeType: 'application/pdf',
          size: 88_031,
        },
      ],
    });
  await account.webhooks.idle();
  const { deliveries } = account.webhooks;
  prove(deliveries.length > 0, 'No webhook was sent');
  prove(
    deliveries.every(({ outcome }) => outcome === 'delivered'),
    'A webhook was not taken',
  );
  return deliveries.length;
}

/** The same at Blinger, which tells who took a conversation and who closed it. */
export async function writeToBlinger(account: BlingerEmulator, receiver: Receiver): Promise<number> {
  account.webhooks.configure({ url: `${receiver.urlFor('umbrella', 'umbrella-desk')}/${demoSecrets.blinger}` });
  for (const { clientName, text } of clients) account.addConversation({ clientName, text });
  await account.webhooks.idle();
  const { deliveries } = account.webhooks;
  prove(deliveries.length > 0, 'No webhook was sent');
  prove(
    deliveries.every(({ status }) => status === 200),
    'A webhook was not taken',
  );
  return deliveries.length;
}

const mailers = [
  { displayedName: 'Oskar Lindqvist', source: 'email', text: 'The invoice of September is missing a page.' },
  { displayedName: 'Fatou Diop', source: 'whatsapp', text: 'Bonjour, est-ce que la livraison est gratuite ?' },
  { displayedName: 'Gábor Szűcs', source: 'widget', text: 'Does the plan for ten people have a trial?' },
  { displayedName: 'Priya Raman', source: 'email', text: 'Could you have a look at this invoice?' },
] as const;

const clients = [
  { clientName: 'Lena Fischer', text: 'Is my appointment on Friday confirmed?' },
  { clientName: 'Hiroshi Tanaka', text: 'The lamp that arrived is the wrong colour.' },
] as const;
