import { cuesOfNames, headLines, knownNames } from './personalNames';

/** What a mask stands for. */
export type Masked = 'email' | 'link' | 'account' | 'phone' | 'number' | 'name';

/** What stands in the text for what was taken out of it, in the reader's language. */
export type MaskWords = Readonly<Record<Masked, string>>;

export const englishMasks: MaskWords = {
  email: '[e-mail]',
  link: '[link]',
  account: '[account]',
  phone: '[phone]',
  number: '[number]',
  name: '[name]',
};

export interface MaskOptions {
  /** People's names as a directory writes them, of whoever is known to be concerned. */
  readonly names?: readonly string[];
  /** @default englishMasks */
  readonly words?: MaskWords;
}

export interface MaskedText {
  readonly text: string;
  /** How many places were replaced. */
  readonly replaced: number;
}

/**
 * A text with e-mail and web addresses, account, phone and other numbers of six digits or more, and
 * names replaced, in English and German. Names are those given, and what follows a form of address, a
 * greeting or a closing. It finds what usually occurs and promises no more: somebody has to read the
 * text before it goes anywhere. Days and years stay. Masking a masked text changes nothing.
 */
export function maskPersonal(text: string, options: MaskOptions = {}): MaskedText {
  const { names = [], words = englishMasks } = options;
  const rules = [headLines, ...addresses, numbers, ...knownNames(names), ...cuesOfNames];
  const pieces = splitAtMasks(text, words);
  const before = pieces.length;
  // What was taken out can free what stood beside it: until nothing more is found.
  for (let found = 0; found !== pieces.length;) {
    found = pieces.length;
    for (const rule of rules) takeOut(pieces, rule, words);
  }
  return {
    text: pieces.map((piece) => piece.text).join(''),
    replaced: (pieces.length - before) / 2,
  };
}

/** Part of a text: as it was written, or the mask that stands for it now. */
interface Piece {
  readonly text: string;
  readonly mask: boolean;
}

/** Masks that are there already; between two of them is always a piece of text, if an empty one. */
function splitAtMasks(text: string, words: MaskWords): Piece[] {
  const anyMask = new RegExp(`(${Object.values(words).map(escaped).join('|')})`);
  return text.split(anyMask).map((part, index) => ({ text: part, mask: index % 2 === 1 }));
}

/** Replaces what a rule finds: the name of the group that matched says what it is. */
function takeOut(pieces: Piece[], rule: RegExp, words: MaskWords): void {
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || piece.mask) continue;
    const parts: Piece[] = [];
    let from = 0;
    for (const match of piece.text.matchAll(rule)) {
      const [kind, found] = Object.entries(match.groups ?? {}).find(isFound) ?? [];
      if (kind === undefined || found === undefined || !isMasked(kind)) continue;
      // A group is the end of its rule: before it stands what told that it is one.
      const end = match.index + match[0].length;
      parts.push({ text: piece.text.slice(from, end - found.length), mask: false });
      parts.push({ text: words[kind], mask: true });
      from = end;
    }
    parts.push({ text: piece.text.slice(from), mask: false });
    pieces.splice(at, 1, ...parts);
    at += parts.length - 1;
  }
}

const isFound = ([, found]: [string, string | undefined]) => found !== undefined;
const isMasked = (kind: string): kind is Masked => Object.hasOwn(englishMasks, kind);
const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const topLevel = 'com|org|net|info|biz|eu|de|at|ch|li|lu|uk|ie|us|io|fr|nl|be|it|es|pl|cz|dk|se|no';
const label = String.raw`[\p{L}\p{N}-]{1,63}`;
const path = String.raw`[^\s<>"'()[\]]*[^\s<>"'()[\].,;:!?]`;
const local = String.raw`(?:[^\s<>()[\],;:"@]{1,64}[ ]?@|[\p{L}\p{N}._%+-]{1,64}[ ]?[([][ ]?at[ ]?[)\]])[ ]?`;
const addresses = [
  new RegExp(String.raw`(?<link>(?:https?://|www\.)${path})`, 'giu'),
  new RegExp(String.raw`(?<email>${local}${label}(?:\.${label}){0,8})`, 'giu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<link>(?:${label}\.){1,8}(?:${topLevel})(?![\p{L}\p{N}])(?:/${path})?)`,
    'giu',
  ),
];

const ofMonth = '(?:0?[1-9]|[12]\\d|3[01])';
const day = String.raw`${ofMonth}\.[ ]?${ofMonth}\.[ ]?(?:\d{4}|\d{2})|${ofMonth}[/-]${ofMonth}[/-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}`;
const years = String.raw`(?:19|20)\d{2}[ ]?[–/-][ ]?(?:19|20)\d{2}`;
/** Days and years are found first, so that they are not taken for part of a number. */
const numbers = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:` +
    [
      String.raw`(?<day>(?:${day}|${years})(?!\d|[./-]\d))`,
      String.raw`(?<account>[A-Z]{2}\d{2}(?:[ ]?[A-Z\d]{4}){3,7}(?:[ ]?[A-Z\d]{1,3})?(?![\p{L}\p{N}])|[A-Z]{1,6}[-/]?(?:\d[ ./-]?){5,}\d)`,
      String.raw`(?<phone>(?:\+|00)[ ]?[1-9](?:[ \u00a0()./–-]{0,3}\d){6,}|\(?0\d{1,5}\)?(?:[ \u00a0./–-]{0,3}\d){5,}|\(\d{3}\)[ ]?\d{3}[ -]\d{4})`,
      String.raw`(?<number>\d(?:[ \u00a0.,/'’_–-]?\d){5,})`,
    ].join('|') +
    ')',
  'gu',
);
