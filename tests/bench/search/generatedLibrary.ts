import { laterContent, type LibraryContent } from '@last-mile/shared/library';
import { createDraws, type Draws } from '../../../api/local-tenant/sample/seededDraws';
import { english, german, type Forms, type Vocabulary } from './vocabulary';

/** What an item was made to be about: the labels of the search bench are read from here. */
export interface Subject {
  readonly language: 'en' | 'de';
  /** The plain form of the doing; null for a subject that is a thing alone. */
  readonly doing: string | null;
  /** The plain form of the thing. */
  readonly thing: string;
}

export interface GeneratedItem {
  readonly subject: Subject;
  readonly content: LibraryContent;
}

const jobFamilies = ['advisory', 'tax', 'audit', 'operations'];
/** How many items there are of a rare subject: all of them fit on a page of ten. */
const itemsOfRarity = 4;

/**
 * A library of `count` items in English (three of five) and German, the same in every run. Each is
 * about one doing with one thing, at most a handful of items about the same; its sentences speak of
 * other things too, as texts do, and name one of some thousand names.
 */
export function generatedLibrary(count: number): GeneratedItem[] {
  const draws = createDraws(20_261_125);
  const subjects = [...raritiesOf(english), ...raritiesOf(german)];
  const pairs = [pairsOf(english), pairsOf(german)].map((all) => draws.shuffled(all));
  const next = [0, 0];
  while (subjects.length < count) {
    const which = subjects.length % 5 < 3 ? 0 : 1;
    const all = pairs[which] ?? [];
    const at = next[which] ?? 0;
    next[which] = at + 1;
    // All pairs are visited before any is twice.
    subjects.push(...all.slice(at % all.length, (at % all.length) + 1));
  }
  return subjects.map((subject) => ({ subject, content: contentOf(subject, draws) }));
}

const vocabularyOf = (language: Subject['language']) => (language === 'en' ? english : german);

function raritiesOf({ language, rarities }: Vocabulary): Subject[] {
  return rarities.flatMap((thing) =>
    Array.from({ length: itemsOfRarity }, () => ({ language, doing: null, thing })),
  );
}

function pairsOf({ language, doings, things }: Vocabulary): Subject[] {
  return doings.flatMap(([doing]) => things.map(([thing]) => ({ language, doing, thing })));
}

function contentOf(subject: Subject, draws: Draws): LibraryContent {
  const vocabulary = vocabularyOf(subject.language);
  const pick = <Value>(from: readonly Value[]) => draws.oneOf(from);
  const doing = formsOf(subject.doing, vocabulary.doings) ?? pick(vocabulary.doings);
  const thing = formsOf(subject.thing, vocabulary.things) ?? [subject.thing, subject.thing];
  const audience = pick(vocabulary.audiences);
  const sentences = Array.from({ length: 6 }, () =>
    pick(vocabulary.sentences)(
      pick(vocabulary.doings)[0],
      pick(vocabulary.things)[0],
      pick(vocabulary.audiences),
    ),
  );
  sentences.splice(draws.whole(6), 0, vocabulary.example(nameBy(draws), nameBy(draws)));
  const isTemplate = draws.share() < 0.3;
  return {
    kind: isTemplate ? 'template' : 'prompt',
    title: pick(vocabulary.titles)(doing, thing, audience),
    purpose: pick(vocabulary.purposes)(doing[0], thing[0], audience),
    body: isTemplate ? sentences.map((text) => `<p>${text}</p>`).join('') : sentences.join('\n'),
    subject: isTemplate ? `${thing[0]}: {{matter}}` : null,
    jobFamilies: draws.share() < 0.25 ? [] : [pick(jobFamilies)],
    taskKey: null,
    assistant: isTemplate ? null : 'Copilot Chat',
    language: subject.language,
    tags: [pick(vocabulary.tags)],
    checkBeforeTrusting: '',
    ...laterContent,
  };
}

/** A name of a client or a place: what gives a real library most of its different words. */
const nameBy = (draws: Draws) =>
  [firstSyllables, middles, endings].map((syllables) => draws.oneOf(syllables)).join('');
const firstSyllables =
  'Al Bar Brand Cal Dor El Fen Gar Hel Holm Kar Lin Mar Nor Os Per Rav Sel Tor Wil'.split(' ');
const middles = 'a be ca de en go i la mo ne or ra se ti u ve'.split(' ');
const endings =
  'berg bury co dahl feld gate hof ix ley lund mann mark nova rup sen stein thal ton tra wick'.split(
    ' ',
  );

const formsOf = (plain: string | null, from: readonly Forms[]) =>
  from.find(([candidate]) => candidate === plain);
