export interface Person {
  firstName: string;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  locale: string;
}

function person(
  firstName: string,
  lastName: string | null,
  locale: string,
  phone: string | null,
  email?: string,
): Person {
  return { firstName, lastName, locale, phone, email: email === undefined ? null : `${email}@example.com` };
}

/** Names of many shapes: one word, particles, apostrophes, several scripts, right to left. Numbers and addresses are fictional. */
export const people: readonly Person[] = [
  person('Olena', 'Kovalchuk', 'uk', '+380445550101', 'olena.kovalchuk'),
  person('Mateusz', 'Wiśniewski', 'pl', '+48225550102', 'm.wisniewski'),
  person('Aigerim', 'Nurlanova', 'kk', '+77275550103'),
  person('João Pedro', 'da Silva', 'pt', '+551155550104', 'joaopedro'),
  person('Siobhán', "O'Brien", 'en', '+35315550105', 'siobhan.obrien'),
  person('محمد', 'الهاشمي', 'ar', '+97145550106'),
  person('Nguyễn Thị', 'Hương', 'vi', '+842855550107', 'huong.nguyen'),
  person('Björk', null, 'is', '+3545550108'),
  person('Zeynep', 'Yıldız', 'tr', '+902125550109', 'zeynep.y'),
  person('田中', '陽子', 'ja', '+81355550110', 'yoko.tanaka'),
  person('Amara', 'Okonkwo', 'en', '+23415550111', 'amara.o'),
  person('Jürgen', 'Groß', 'de', '+49305550112', 'juergen.gross'),
  person('Léa', 'Dubois-Lefèvre', 'fr', '+33155550113', 'lea.dubois'),
  person('Иван', 'Петров', 'ru', '+77175550114'),
  person('Priya', 'Raghunathan', 'en', '+914455550115', 'priya.r'),
  person('Søren', 'Østergaard', 'da', '+4535550116', 'soren'),
  person('María José', 'Núñez de la Torre', 'es', '+34915550117', 'mariajose'),
  person('דוד', 'לוי', 'he', '+97235550118'),
  person('Ana', 'Đorđević', 'sr', '+381115550119', 'ana.dj'),
  person('Kwame', 'Mensah', 'en', '+233305550120'),
  person('김', '민서', 'ko', '+82255550121', 'minseo.kim'),
  person('Giulia', "D'Angelo", 'it', '+390655550122', 'giulia.dangelo'),
  person('Pavlo', null, 'uk', null, 'pavlo'),
  person('Eszter', 'Szűcs', 'hu', '+3615550124', 'eszter'),
  person('Chidi', 'Anagonye', 'en', '+23415550125', 'chidi'),
  person('Στέλιος', 'Παπαδόπουλος', 'el', '+302105550126'),
  person('Emma', 'van den Berg', 'nl', '+31205550127', 'emma.vdberg'),
  person('Sanjar', 'Karimov', 'uz', '+998715550128'),
  person('Noah', 'Smith', 'en', '+12025550129', 'noah.smith'),
  person('Ingrid', 'Ånestad', 'nb', '+4725550130', 'ingrid'),
  person('Tomáš', 'Dvořák', 'cs', '+420255550131', 'tomas.dvorak'),
  person('สมชาย', 'ใจดี', 'th', '+6625550132'),
  person('Fatoumata', 'Diallo', 'fr', '+221335550133', 'fatou.diallo'),
  person('Ruben', 'Hakobyan', 'hy', '+37410555134'),
  person('Chloé', null, 'fr', '+33155550135', 'chloe'),
  person('Ravshan', 'Yusupov', 'uz', '+998715550136'),
  person('Aroha', 'Ngata', 'mi', '+6445550137', 'aroha.ngata'),
  person('Ștefan', 'Țurcanu', 'ro', '+37322555138', 'stefan.turcanu'),
  person('Hannah', 'Müller-Lüdenscheidt', 'de', '+49305550139', 'hannah.ml'),
  person('王', '小明', 'zh', '+861055550140'),
  person('Iryna', 'Shevchuk', 'uk', '+380445550141', 'iryna.shevchuk'),
  person('Lucas', 'Fernández', 'es', '+541155550142', 'lucas.f'),
  person('Nino', 'Beridze', 'ka', '+99532555143'),
  person('Oluwaseun', 'Adébáyọ̀', 'yo', '+23415550144', 'seun'),
  person('Katarzyna', 'Żółć', 'pl', '+48225550145', 'kasia.zolc'),
  person('Bekzat', 'Omarov', 'kk', '+77275550146'),
  person('Sofia', 'Lindqvist', 'sv', '+4685550147', 'sofia.lindqvist'),
  person('Dmytro', 'Bondarenko', 'uk', '+380445550148', 'd.bondarenko'),
];

export function fullName({ firstName, lastName }: Person): string {
  return lastName === null ? firstName : `${firstName} ${lastName}`;
}
