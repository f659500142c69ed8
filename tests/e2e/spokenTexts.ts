import { issueSentences } from '@last-mile/shared/issue';
import { languageFor, speak, type Dictionary } from '@last-mile/shared/language';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FrameLocator } from 'playwright-core';
import { sentences } from '../../api/src/http/reasons';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What a screen says to eyes and to ears: its text, and the names and hints of its elements. What is
 * marked as being in a language of its own is somebody's words, not the screen's, also where a name
 * quotes it.
 */
export async function saidOn(frame: FrameLocator): Promise<string[]> {
  return frame.locator('body').evaluate((body) => {
    const inTheirLanguage = '[lang]:not(html)';
    const theirs = [...body.querySelectorAll(inTheirLanguage)]
      .map((element) => element.textContent.trim())
      .filter((words) => words !== '');
    const said = new Set<string>();
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
          const label = node.getAttribute(name) ?? '';
          const quoted = theirs.filter((words) => label !== words && label.includes(words));
          said.add(quoted.reduce((ours, words) => ours.replace(words, ''), label).trim());
        }
      } else if (node.parentElement?.closest(`script, style, ${inTheirLanguage}`) === null) {
        said.add((node.textContent ?? '').trim());
      }
    }
    said.delete('');
    return [...said];
  });
}

/** Finds, in what is said, an English text of ours that German says otherwise. */
export async function createEnglishFinder(german: Dictionary) {
  speak(languageFor('en-GB'), null);
  const englishPieces = new Set(piecesOf(await englishTexts()));
  speak(languageFor('de-DE'), german);
  const germanPieces = [...piecesOf(german)];
  const tellTale = [...englishPieces].filter(
    (piece) => !germanPieces.some((ours) => ours.includes(piece)),
  );
  const whole = new Set(tellTale);
  const long = tellTale.filter((piece) => piece.length >= 12);
  return (said: readonly string[]) =>
    said.filter((text) => whole.has(text) || long.some((piece) => text.includes(piece)));
}

/** The texts of both apps and of what they share, as they are read right now, and what the API says. */
async function englishTexts(): Promise<object[]> {
  const files = ['teams-app/src', 'outlook-addin/src', 'shared/src/ui'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('Texts.ts'))
      .map((file) => `${root}${folder}/${file}`),
  );
  const modules = files.map(async (file) => (await import(file)) as object);
  return [sentences, issueSentences, ...(await Promise.all(modules))];
}

/** What surely appears of each text: words as they are, sentences without the values in them. */
function piecesOf(texts: unknown): string[] {
  // An issue's limit stands where the # is.
  if (typeof texts === 'string') return texts.split('#').map((piece) => piece.trim());
  if (typeof texts === 'function')
    return piecesOfSentence(texts as (...values: unknown[]) => unknown);
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.values(texts).flatMap(piecesOf);
}

function piecesOfSentence(sentence: (...values: unknown[]) => unknown): string[] {
  return [1, 7].flatMap((number) => {
    try {
      const said = sentence(...Array.from({ length: sentence.length }, () => number));
      if (typeof said !== 'string') return [];
      return said
        .split(/\d+/)
        .map((piece) => piece.trim())
        .filter((piece) => piece.length > 3);
    } catch {
      // It wants something else than figures and words: what it says of those is left out.
      return [];
    }
  });
}
