import * as z from 'zod/mini';

/** Looks for people of the programme by the words of their names. */
export const peopleQuery = z.strictObject({
  q: z.string().check(z.minLength(2), z.maxLength(100)),
});
export type PeopleQuery = z.infer<typeof peopleQuery>;

/** A person of the programme, as the directory names them now. */
export const programmePerson = z.object({
  userId: z.string(),
  name: z.string(),
  jobTitle: z.nullable(z.string()),
});
export type ProgrammePerson = z.infer<typeof programmePerson>;

/** The first of those found, by name. */
export const peopleResponse = z.object({ people: z.array(programmePerson) });
export type PeopleResponse = z.infer<typeof peopleResponse>;
