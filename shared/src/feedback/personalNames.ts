/** Words that stand where a name could and are none, in English and German. */
const noNames = [
  'All|Board|Client|Clients|Colleague|Colleagues|Committee|Customer|Customers|Everybody|Everyone',
  'Friends|Folks|Madam|Sir|Sirs|Support|Team|There|World|Both|Partner|Partners|Reader|Readers',
  'Damen|Herren|Kollege|Kollegin|Kollegen|Kolleginnen|Kunde|Kundin|Kunden|Kundinnen|Leser',
  'Mandant|Mandantin|Mandanten|Zusammen|Leute|Alle|Beide|Welt',
  'Dr|Frau|Fräulein|Herr|Herrn|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Doctor',
  'A|An|And|As|At|Can|Could|For|From|Here|How|I|If|In|It|Many|My|No|On|Or|Our|Please|Thank|Thanks',
  'That|The|This|To|We|What|When|Who|Will|Would|Yes|You|Your',
  'Am|Auch|Bitte|Da|Danke|Das|Dass|Dem|Den|Der|Die|Ein|Eine|Er|Es|Für|Hat|Ich|Ihnen|Ihr|Ihre|Ihrem',
  'Ihren|Ihrer|Im|Ist|Ja|Kann|Mein|Mit|Nein|Sie|Sind|Und|Unser|Unsere|Vielen|Von|Was|Wenn|Wer|Wie',
  'Wir|Zu|Zum|Zur',
].join('|');

const particles =
  'von|vom|van|zu|zum|zur|de|del|della|der|den|di|da|dos|du|la|le|ter|ten|bin|al|el';
const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const gap = '[ ]{1,3}';
const word = String.raw`(?!(?:${noNames})${end})\p{Lu}(?:\.|[\p{L}'’]{0,40}(?:-\p{Lu}[\p{L}'’]{0,40}){0,3})`;
const withParticles = `(?:(?:${particles})${gap}){0,3}${word}`;
/** Up to three words, such as "Anna-Lena van der Berg". */
const someone = `${withParticles}(?:${gap}${withParticles}){0,2}`;
/** The last of several, as in "Dear Anna and Ben"; the others are found once it is gone. */
const name = String.raw`(?:${someone}(?:,[ ]?|[ ]?&[ ]?|${gap}(?:and|und|or|oder)${gap})){0,8}(?<name>${someone})`;

const degrees = String.raw`(?:(?:Dr|Prof|med|jur|rer|nat|Dipl|Ing)\.?-?${gap}){0,4}`;
const title = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Messrs|Herrn?|Frau|Fräulein|Hr|Fr|Dr|Prof|Professor|Doctor|Lord|Lady|Sir|Dame)\.?${gap}${degrees}`;
const greeting =
  '(?:[Dd]ear|Hi|Hello|Hey|Hallo|Liebe[rs]?|Lieben|Moin|Servus|Grüezi|Guten (?:Tag|Morgen|Abend)|Good (?:morning|afternoon|evening)|[Gg]eehrte[rs]?)[ ,]{1,3}';
const introduction = String.raw`(?:[Mm]y name is|[Mm]ein Name ist|[Ii]ch hei(?:ß|ss)e|[Ss]igned by|[Ss]igned:|[Uu]nterzeichnet von|gez\.)${gap}`;
const farewell = String.raw`(?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Ff]aithfully|Gr(?:ü|ue)(?:ß|ss)en?|Gruß|MfG|VG|LG)[,.!]?\s{1,8}`;
const shortFarewell = String.raw`(?:Best|Cheers|Thanks|Thank you|Danke|Vielen Dank)[,.!]?[ ]{0,3}\r?\n\s{0,8}`;

/** What stands before a name tells that it is one. */
export const cuesOfNames: readonly RegExp[] = [
  new RegExp(`${start}(?:${title}|${greeting}|${introduction})${name}`, 'gu'),
  new RegExp(`${start}${farewell}${name}`, 'gu'),
  new RegExp(String.raw`${start}${shortFarewell}${name}(?=[ ]{0,3}(?:\r?\n|$))`, 'gu'),
];

/** The lines of a message that say between whom it went, with all that is in them. */
export const headLines =
  /^[ >]{0,8}(?:From|To|Cc|Bcc|Von|An|Kopie)[ ]?:[ ]{0,5}(?<name>[^\s][^\r\n]*)/gmu;

/**
 * Finds people by their names: in full however it is written, and each word of it where it is written
 * like a name, also without umlauts. Particles and degrees alone are nobody's name.
 */
export function knownNames(names: readonly string[]): RegExp[] {
  const whole = new Set<string>();
  const single = new Set<string>();
  for (const given of names) {
    if (given.includes('@')) continue;
    const words = given
      .replace(/[([].*?[)\]]/gu, ' ')
      .split(/[\s,;]+/u)
      .filter((each) => /\p{L}/u.test(each) && !isDegree.test(each));
    if (words.length > 1) {
      for (const order of [words, words.toReversed()]) {
        whole.add(order.map(spellings).join(String.raw`,?\s+`));
      }
    }
    for (const each of words) {
      if (/\p{L}{2}/u.test(each) && !isNoName.test(each)) single.add(asName(each));
    }
  }
  const genitive = String.raw`(?=(?:['’]?s|['’])?${end})`;
  return [
    ...(whole.size === 0
      ? []
      : [new RegExp(`${start}(?<name>${[...whole].join('|')})${genitive}`, 'giu')]),
    ...(single.size === 0
      ? []
      : [new RegExp(`${start}(?<name>${[...single].join('|')})${genitive}`, 'gu')]),
  ];
}

const isDegree = /^(?:Dr|Prof|med|jur|rer|nat|Dipl|Ing)\.?$/iu;
const isNoName = new RegExp(`^(?:${particles}|${noNames})$`, 'iu');

/** As it is, and as it is typed where there are no umlauts. */
function spellings(each: string): string {
  const plain = each
    .replace(/ä/gu, 'ae')
    .replace(/ö/gu, 'oe')
    .replace(/ü/gu, 'ue')
    .replace(/ß/gu, 'ss');
  return plain === each ? escaped(each) : `(?:${escaped(each)}|${escaped(plain)})`;
}

/** With a capital, or all in capitals: "mark" is a word, "Mark" a person. */
function asName(each: string): string {
  const capital = each.charAt(0).toUpperCase() + each.slice(1);
  return `${spellings(capital)}|${escaped(capital.toUpperCase())}`;
}

const escaped = (each: string) => each.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
