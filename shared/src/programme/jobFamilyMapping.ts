import * as z from 'zod/mini';
import { singleLine } from '../text';
import { jobFamily, type JobFamily } from './programme';

/** Says that people with this job title, or in this department, belong to a job family. */
const familyOfName = z.strictObject({
  name: singleLine,
  /** Id of a job family of the programme. */
  jobFamily: z.string(),
});

/** Which job family people belong to: by their job title, else by their department, else none. */
const mappedNames = z.array(familyOfName).check(z.maxLength(2_000));

/** The whole mapping as it shall be from today on, and as which version it was read. */
export const saveJobFamiliesRequest = z.strictObject({
  eTag: z.string(),
  jobTitles: mappedNames,
  departments: mappedNames,
});
export type SaveJobFamiliesRequest = z.infer<typeof saveJobFamiliesRequest>;
export type JobFamilyMapping = Omit<SaveJobFamiliesRequest, 'eTag'>;

/** A job title or department that people have, or that the mapping names. */
export const namedPeople = z.object({
  name: z.string(),
  /** Null where the mapping does not name it. */
  jobFamily: z.nullable(z.string()),
  /** How many people of the programme have it now; null while the directory does not answer. */
  people: z.nullable(z.number()),
});
export type NamedPeople = z.infer<typeof namedPeople>;

/** The mapping beside the people it is about; what it does not name comes first, many people before few. */
export const jobFamiliesResponse = z.object({
  eTag: z.string(),
  jobFamilies: z.array(jobFamily),
  jobTitles: z.array(namedPeople),
  departments: z.array(namedPeople),
  /** People who belong to no job family; null while the directory does not answer. */
  withoutJobFamily: z.nullable(z.number()),
});
export type JobFamiliesResponse = z.infer<typeof jobFamiliesResponse>;

/** What a job family is told from. */
export interface Occupation {
  readonly jobTitle: string | null;
  readonly department: string | null;
}

/** Tells the id of the job family that somebody belongs to; null for none. */
export type JobFamilyOf = (occupation: Occupation) => string | null;

/**
 * Reads the mapping: the job title decides, and where it is not mapped the department. Names are
 * compared without regard to case and spaces around them; a family that the programme does not have
 * (any more) is none.
 */
export function createJobFamilyOf(
  { jobTitles, departments }: JobFamilyMapping,
  families: readonly JobFamily[],
): JobFamilyOf {
  const known = new Set(families.map(({ id }) => id));
  const read = (names: JobFamilyMapping['jobTitles']) =>
    new Map(
      names
        .filter(({ jobFamily: family }) => known.has(family))
        .map(({ name, jobFamily: family }) => [comparable(name), family]),
    );
  const [byTitle, byDepartment] = [read(jobTitles), read(departments)];
  return ({ jobTitle, department }) =>
    byTitle.get(comparable(jobTitle)) ?? byDepartment.get(comparable(department)) ?? null;
}

/** The mapping's names are compared so: "Audit Senior" is " audit senior ". */
export function comparable(name: string | null): string {
  return (name ?? '').trim().toLowerCase();
}
