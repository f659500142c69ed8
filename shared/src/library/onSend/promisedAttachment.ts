import { promiseWords, withoutUmlauts } from './promiseWords';
import { around } from './letters';

/** A promise of a file, in the words around it. */
export interface AttachmentPromise {
  readonly around: string;
}

/** Hosts where people share files: a link there is what they promised. */
const fileShares =
  /^https?:\/\/(?:[\w-]+\.)*(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com|onedrive\.com|drive\.google\.com|docs\.google\.com|dropbox\.com|box\.com|wetransfer\.com|we\.tl)(?:\/|$)/i;

/** Whether a link leads to a shared file, which does for an attachment. */
export function isSharedFile(address: string): boolean {
  return fileShares.test(address);
}

/** Longest sentence that is looked at; nobody promises a file in a longer one. */
const longestSentence = 400;
/** Every word of the table holds one of these: most lines need no closer look. */
const worthReading =
  /attach|enclos|pfa|anbei|beigef|beigel|beilieg|angef|angeh|anh[aä]|anlage|f(?:u|ue|ü)ge|h(?:a|ae|ä)nge|lieg/i;

/**
 * The first sentence of the person's own that promises an attachment; null where none does. `wrapped`
 * lines may go on in the next one.
 */
export function promiseIn(lines: readonly string[], wrapped: boolean): AttachmentPromise | null {
  let begun = '';
  for (const line of lines) {
    if (!wrapped && !worthReading.test(line)) continue;
    const sentences = sentencesOf(begun === '' ? line : `${begun} ${line}`);
    begun = wrapped && goesOn(line) ? (sentences.pop() ?? '') : '';
    if (begun.length > longestSentence) begun = '';
    const promise = sentences.find(isPromise);
    if (promise !== undefined) return { around: shortened(promise) };
  }
  return isPromise(begun) ? { around: shortened(begun) } : null;
}

/** A line that ends no sentence and is no greeting. */
function goesOn(line: string): boolean {
  if (/[.!?:;…]["”“)]?$/.test(line)) return false;
  return !(line.length < 40 && line.endsWith(','));
}

function sentencesOf(text: string): string[] {
  // "s. Anhang": a dot after one of these ends no sentence. A question keeps its mark.
  return text
    .replace(/\b(s|z|vgl|bzw|nr)\. /gi, '$1 ')
    .replace(/\? /g, '?. ')
    .split(/[.!…]+["”“)]?\s+/);
}

function isPromise(sentence: string): boolean {
  if (sentence.length > longestSentence || !worthReading.test(sentence)) return false;
  const plain = withoutUmlauts(sentence.toLowerCase());
  return promiseWords.some(
    ({ promising, excusing }) =>
      promising.some((words) => words.test(plain)) && !excusing.some((words) => words.test(plain)),
  );
}

const shortened = (sentence: string) => around(sentence, 0, Math.min(sentence.length, 60));
