import type { SenderKind } from '../append-message.ts';
import { mediaContent, template, textContent, transientContent } from '../content.ts';
import type { SmartsenderTemplate } from '../wire.ts';

export interface ShowcaseMessage {
  from: SenderKind;
  content: SmartsenderTemplate;
  internal?: boolean;
}

const files = 'https://cdn.example.com/files';

/** Every `content.type` that a client was seen handling (vendors/smartsender.md §Objects), and one that nobody knows. */
export function showcase(now: number): readonly ShowcaseMessage[] {
  return [
    { from: 'contact', content: mediaContent('picture', `${files}/broken-mug.jpg`) },
    { from: 'operator', content: mediaContent('file', `${files}/invoice-10482.pdf`) },
    { from: 'contact', content: mediaContent('voice', `${files}/voice-20391.ogg`) },
    { from: 'contact', content: template('location', { latitude: 50.4501, longitude: 30.5234 }) },
    { from: 'contact', content: template('contact', { name: 'Taras (courier)', phoneNumber: '+380445550199' }) },
    {
      from: 'contact',
      content: template('mediaGroup', {
        media: ['front', 'back', 'label'].map((side) => mediaContent('picture', `${files}/bag-${side}.jpg`)),
      }),
    },
    {
      from: 'contact',
      content: template('telegramCaptionedPicture', {
        url: `${files}/zipper.jpg`,
        caption: 'This is how it looks after two weeks',
      }),
    },
    { from: 'operator', content: template('link', { url: 'https://shop.example.com/orders/10511' }) },
    {
      from: 'bot',
      content: template('pendingText', {
        content: 'Hello {{firstName}}, your order {{order}} has left our warehouse.',
        replacement: { '{{firstName}}': 'Amara', '{{order}}': '10518' },
      }),
    },
    { from: 'operator', content: transientContent(textContent('Wrong chat, sorry!'), now) },
    { from: 'contact', content: template('storyReply', { story: { id: '178', url: `${files}/story.mp4` } }) },
    { from: 'contact', content: template('input', { content: 'Size L' }) },
    {
      from: 'system',
      content: template('action', { content: 'The contact subscribed to the channel' }),
      internal: true,
    },
    { from: 'contact', content: mediaContent('animation', `${files}/thank-you.gif`) },
    { from: 'contact', content: mediaContent('video', `${files}/unboxing.mp4`) },
    { from: 'contact', content: mediaContent('telegramVideoNote', `${files}/note-77.mp4`) },
    { from: 'contact', content: mediaContent('audio', `${files}/grinder-noise.mp3`) },
    {
      from: 'bot',
      content: template('telegramInvoice', {
        receipt: { title: 'Order 10533', description: 'Green kettle, 1.7 l' },
      }),
    },
    {
      from: 'bot',
      content: {
        type: 'text',
        resource: {
          parameters: { content: 'How was our service?' },
          buttons: [{ parameters: { text: '👍 Good' } }, { parameters: { text: '👎 Not good' } }],
        },
      },
    },
  ];
}
