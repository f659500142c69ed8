import type { Programme } from '@last-mile/shared/programme';

/** A job family's name; one that the programme does not have any more goes by its id. */
export const jobFamilyName = ({ jobFamilies }: Pick<Programme, 'jobFamilies'>, id: string) =>
  jobFamilies.find((family) => family.id === id)?.name ?? id;
