import { assumed } from '../assumptions.ts';
import { type BrevoIncomingFile, fileOf } from '../file-of.ts';
import type { BrevoFile, BrevoMessage } from '../wire.ts';

export interface ShowcaseMessage extends Partial<BrevoMessage> {
  by: 'visitor' | 'agent';
  text: string;
}

/** The host of the examples in the vendor's specification. */
const files = 'https://ucarecdn.com/5d6c1a5e-0b7e-4f0e-9f3c';

function image(name: string, extras: Partial<BrevoIncomingFile> = {}): BrevoFile {
  const link = `${files}/${name}`;
  const imageInfo = { width: 1280, height: 960, previewLink: `${link}/-/preview/320x240/` };
  return fileOf({ name, link, mimeType: 'image/jpeg', size: 184_220, imageInfo, ...extras });
}

function file(name: string, mimeType: string, size: number): BrevoFile {
  return fileOf({ name, link: `${files}/${name}`, mimeType, size });
}

/** Every field of a message that the specification has and the dialogues have not, by the index of the conversation; the source is index % 4. */
export const showcase: readonly (ShowcaseMessage | undefined)[] = [
  { by: 'visitor', text: 'parcel.jpg', file: image('parcel.jpg') },
  { by: 'visitor', text: 'voice-20391.ogg', attachments: [file('voice-20391.ogg', 'audio/ogg', 41_870)] },
  {
    by: 'visitor',
    text: 'Front and label of the bag',
    attachments: [image('bag-front.jpg'), image('bag-label.jpg', { size: 97_502 })],
  },
  {
    by: 'visitor',
    text: 'See the picture in the text',
    attachments: [
      image('signature.jpg', { isInline: true, inlineId: 'ii_l9x2k1', size: 4_310 }),
      file('invoice-10482.pdf', 'application/pdf', 88_031),
    ],
    cc: [{ email: 'accounting@example.com', name: 'Accounting' }],
    bcc: [{ email: 'archive@example.com' }],
  },
  { by: 'agent', text: 'Can we help you to choose?', isTrigger: true },
  { by: 'agent', text: 'Your order 10511 has left our warehouse.', isPushed: true },
  {
    by: 'visitor',
    text: 'sticker.webp',
    attachments: [image('sticker.webp', { mimeType: 'image/webp', isSticker: true })],
  },
  { by: 'visitor', text: 'Fwd: damaged parcel', isForward: true },
  { by: 'visitor', text: 'Sent by the page itself', isSentViaJsApi: true },
  {
    by: 'agent',
    text: 'The refund is on its way.',
    receivedFrom: 'ExampleCRM',
    forwardedToSourceStatus: { isSuccess: false, error: assumed.forwardingError },
  },
  { by: 'agent', text: 'We have answered your story.', forwardedToSourceStatus: { isSuccess: true } },
  { by: 'agent', text: 'Are you still there?', isMissedByVisitor: true },
  { by: 'visitor', text: 'Anybody there?', isMissed: true },
  { by: 'visitor', text: 'unboxing.mp4', file: file('unboxing.mp4', 'video/mp4', 2_310_400) },
];
