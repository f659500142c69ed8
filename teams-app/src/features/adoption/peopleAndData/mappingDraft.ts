import {
  comparable,
  type JobFamiliesResponse,
  type JobFamilyMapping,
  type NamedPeople,
} from '@last-mile/shared/programme';

/** What a mapping is made of. */
export const mappingParts = ['jobTitles', 'departments'] as const;
export type MappingPart = (typeof mappingParts)[number];

/** A choice somebody made and has not saved: from which job family to which; null for none. */
interface Choice {
  readonly from: string | null;
  readonly to: string | null;
}

type Choices = Readonly<Record<string, Choice>>;

/** The choices of each part, by the name in the form it is compared in. */
export interface MappingDraft {
  readonly jobTitles: Choices;
  readonly departments: Choices;
}

export const noChoices: MappingDraft = { jobTitles: {}, departments: {} };

/** A choice for something that somebody else has changed since. */
export interface MappingConflict {
  readonly part: MappingPart;
  readonly name: string;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** The job family a row has with the choices made. */
export function chosenFamily(draft: MappingDraft, part: MappingPart, row: NamedPeople) {
  const choice = draft[part][comparable(row.name)];
  return choice === undefined ? row.jobFamily : choice.to;
}

/** The draft with another choice for a row; choosing what is saved takes the choice back. */
export function choose(
  draft: MappingDraft,
  part: MappingPart,
  row: NamedPeople,
  to: string | null,
): MappingDraft {
  const name = comparable(row.name);
  const others = Object.entries(draft[part]).filter(([known]) => known !== name);
  const own: [string, Choice][] = to === row.jobFamily ? [] : [[name, { from: row.jobFamily, to }]];
  return { ...draft, [part]: Object.fromEntries([...others, ...own]) };
}

/** How many choices would change what is saved. */
export function unsavedCount(saved: JobFamiliesResponse, draft: MappingDraft): number {
  return mappingParts.reduce(
    (sum, part) =>
      sum +
      rowsOf(saved, draft, part).filter((row) => chosenFamily(draft, part, row) !== row.jobFamily)
        .length,
    0,
  );
}

/** What somebody else changed to something else than what is chosen here, since it was chosen. */
export function conflictsOf(saved: JobFamiliesResponse, draft: MappingDraft): MappingConflict[] {
  return mappingParts.flatMap((part) =>
    rowsOf(saved, draft, part).flatMap((row): MappingConflict[] => {
      const choice = draft[part][comparable(row.name)];
      if (choice === undefined) return [];
      const changed = row.jobFamily !== choice.from && row.jobFamily !== choice.to;
      return changed ? [{ part, name: row.name, mine: choice.to, theirs: row.jobFamily }] : [];
    }),
  );
}

/** The rows to show: what is saved, and what was chosen for a name that nobody has any more. */
export function rowsOf(
  saved: JobFamiliesResponse,
  draft: MappingDraft,
  part: MappingPart,
): readonly NamedPeople[] {
  const known = new Set(saved[part].map(({ name }) => comparable(name)));
  const gone = Object.keys(draft[part]).filter((name) => !known.has(name));
  return [...saved[part], ...gone.map((name) => ({ name, jobFamily: null, people: null }))];
}

/** The whole mapping with the choices made. */
export function toMapping(saved: JobFamiliesResponse, draft: MappingDraft): JobFamilyMapping {
  const [jobTitles, departments] = mappingParts.map((part) =>
    rowsOf(saved, draft, part).flatMap((row) => {
      const jobFamily = chosenFamily(draft, part, row);
      return jobFamily === null ? [] : [{ name: row.name, jobFamily }];
    }),
  );
  return { jobTitles: jobTitles ?? [], departments: departments ?? [] };
}
