import type { BrevoNewVisitor } from '../add-visitor.ts';
import type { BrevoPage } from '../wire.ts';

const minute = 60_000;

const places = [
  ['Ukraine', 'Kyiv', 'uk'],
  ['Poland', 'Kraków', 'pl'],
  ['France', 'Lyon', 'fr'],
  ['Japan', '大阪', 'ja'],
  ['Brazil', 'São Paulo', 'pt'],
  ['Germany', 'Köln', 'de'],
] as const;

export const startPage: BrevoPage = { link: 'https://shop.example.com/help', title: 'Help – Example Shop' };

/** What a browser tells of a visitor of the widget. Addresses are of the range for documentation. */
export function browserDetails(index: number, at: number): NonNullable<BrevoNewVisitor['details']> {
  const [country, city, language] = places[index % places.length] as (typeof places)[number];
  return {
    ip: `203.0.113.${(index % 200) + 1}`,
    browserLanguage: language,
    conversationLanguage: language,
    browser: 'Firefox 132',
    os: 'Windows 11',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0',
    country,
    city,
    lastVisit: {
      startedAt: at - 9 * minute,
      finishedAt: at + 4 * minute,
      hostName: 'shop.example.com',
      viewedPages: [{ link: 'https://shop.example.com/', title: 'Example Shop' }, startPage],
    },
  };
}
