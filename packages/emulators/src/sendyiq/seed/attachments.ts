import type { SendyiqAttachment } from '../assumptions.ts';

const files = 'https://cdn.example.com/files';

/** The customer's first message of the conversation with this index carries it. */
export const seededAttachments: readonly (SendyiqAttachment[] | undefined)[] = [
  undefined,
  undefined,
  [attachment('image', 'parcel.jpg', 'image/jpeg', 184_220)],
  [attachment('file', 'invoice-10482.pdf', 'application/pdf', 88_031)],
  [attachment('voice', 'voice-20391.ogg', 'audio/ogg', 41_870)],
  [attachment('video', 'unboxing.mp4', 'video/mp4', 2_310_400)],
  [
    attachment('image', 'bag-front.jpg', 'image/jpeg', 201_114),
    attachment('image', 'bag-label.jpg', 'image/jpeg', 97_502),
  ],
];

function attachment(
  type: SendyiqAttachment['type'],
  fileName: string,
  mimeType: string,
  size: number,
): SendyiqAttachment {
  return { type, url: `${files}/${fileName}`, fileName, mimeType, size };
}
