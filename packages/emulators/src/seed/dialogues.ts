export type Speaker = 'contact' | 'operator' | 'bot';
export type Line = readonly [speaker: Speaker, text: string];

/** What people write to a shop. Kept short; the last line decides whether the conversation waits for the shop. */
export const dialogues: readonly (readonly Line[])[] = [
  [
    ['contact', 'Hi! Where is my order 10482? The tracking page has not moved since Monday.'],
    ['bot', 'Thanks for writing. An operator will answer soon.'],
    ['operator', 'Hello, it is at the sorting centre and will be with you tomorrow before noon.'],
    ['contact', 'Great, thank you 🙏'],
    ['contact', 'One more thing: can the courier call before he comes?'],
  ],
  [
    ['contact', 'Do you have the linen shirt in size L?'],
    ['operator', 'Yes, white and sand. Shall I put one aside for you?'],
    ['contact', 'Sand please'],
    ['operator', 'Done. It is reserved until Friday.'],
  ],
  [
    ['contact', 'Добрий день! Чи є доставка в Одесу?'],
    ['operator', 'Добрий день! Так, 1–2 дні, від 60 грн.'],
    ['contact', 'А самовивіз можливий?'],
  ],
  [
    ['contact', 'The mug arrived broken 😞'],
    ['operator', 'We are sorry! Could you send a photo of the parcel, please?'],
    ['contact', 'Of course, one minute'],
    ['operator', 'Thank you. A new one leaves today, no need to send the old one back.'],
    ['contact', 'That was quick, thanks'],
  ],
  [
    ['contact', 'How do I return shoes that do not fit?'],
    ['bot', 'You can return goods within 14 days. Would you like a return label?'],
    ['contact', 'Yes'],
    ['bot', 'Your label: https://shop.example.com/returns/label/77120'],
  ],
  [
    ['contact', 'Hola, ¿el precio incluye el IVA?'],
    ['operator', 'Sí, todos los precios incluyen IVA.'],
    ['contact', '¿Y factura a nombre de empresa?'],
  ],
  [
    ['contact', 'I paid twice by mistake, order 10511'],
    ['operator', 'I see both payments. The second is on its way back, 3 to 5 working days.'],
  ],
  [
    ['contact', 'Is the coffee grinder 220 V or 110 V?'],
    ['operator', '220 V. There is a 110 V version on request.'],
    ['contact', 'Then I need 110, please. How long does it take?'],
  ],
  [
    ['contact', 'Dzień dobry, czy mogę zmienić adres dostawy?'],
    ['operator', 'Dzień dobry! Tak, proszę podać nowy adres.'],
    ['contact', 'ul. Przykładowa 12/4, Kraków'],
    ['operator', 'Gotowe, adres zmieniony.'],
  ],
  [['contact', 'Are you open on Sunday?']],
  [
    ['contact', 'My promo code SPRING does not work'],
    ['bot', 'The code SPRING ended yesterday.'],
    ['contact', 'But I got the mail this morning!'],
    ['contact', 'Can somebody look at this?'],
  ],
  [
    ['contact', 'Bonjour, livrez-vous en Belgique ?'],
    ['operator', 'Bonjour ! Oui, en 3 jours, 9,90 €.'],
    ['contact', 'Parfait, merci !'],
    ['operator', 'Avec plaisir, bonne journée !'],
  ],
  [
    ['contact', 'Can I get the invoice again? I deleted the mail.'],
    ['operator', 'I have just sent it to your address.'],
    ['contact', 'Got it ✅'],
  ],
  [
    ['contact', 'The zipper of the bag broke after two weeks. Is that under warranty?'],
    ['operator', 'It is. You can bring it to any of our shops or send it by post.'],
    ['contact', 'Which shop is closest to the central station?'],
  ],
  [
    ['contact', 'When will the green kettle be back?'],
    ['operator', 'Around the 12th. I can write to you when it is here.'],
    ['contact', 'Yes please'],
    ['operator', 'Noted!'],
  ],
  [
    ['operator', 'Hello! Your order 10533 is ready for pickup until Saturday.'],
    ['contact', 'Can my brother pick it up?'],
  ],
];

/** A returning customer: enough lines for several pages of history. */
export function longDialogue(length: number): readonly Line[] {
  const all = dialogues.flat();
  return Array.from({ length }, (_, index) => all[index % all.length] as Line);
}
