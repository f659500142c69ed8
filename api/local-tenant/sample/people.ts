import type { DirectoryUser } from '../storage/directory';
import { departments } from './departments';
import { familyNames, givenNames } from './givenAndFamilyNames';
import { createDraws } from './seededDraws';
import { sampleKey } from './sampleKeys';

export const firmName = 'Halden & Marsh';
const mailDomain = 'haldenmarsh.example';

/** Someone of the firm, and when they came and went in weeks of the programme (0 is its first). */
export interface SamplePerson {
  readonly user: DirectoryUser;
  readonly department: string;
  /** Week in which they joined; null when they were there before the pilot. */
  readonly joinedInWeek: number | null;
  /** Week in which they left; null while they are there. Who left is not in the directory. */
  readonly leftInWeek: number | null;
}

/** People one can sign in as, each for what they are in the programme. */
const featured = {
  owner: ['Amara Okafor', 'Project Delivery', 'Programme Manager'],
  deputy: ['Tomás Herrera', 'Strategy & Deals', 'Engagement Manager'],
  sponsor: ['Ingrid Solberg', 'Board Office', 'Chief Operating Officer'],
  admin: ['Wei Zhang', 'Technology', 'Systems Engineer'],
  accountManager: ['Priya Raman', 'Client Accounts', 'Account Manager'],
  consultant: ['Jonas Weber', 'Tax Advisory', 'Senior Consultant'],
  deliveryManager: ['Liam Byrne', 'Project Delivery', 'Delivery Manager'],
  peoplePartner: ['Aisha Farouk', 'People & Culture', 'People Partner'],
} as const satisfies Record<string, readonly [name: string, department: string, title: string]>;

export type FeaturedPerson = keyof typeof featured;

/** Why one would sign in as each of them. */
const notes: Readonly<Record<FeaturedPerson, string>> = {
  owner: 'Champion: owns the programme',
  deputy: 'Champion: her deputy',
  sponsor: 'Leader: the programme’s sponsor',
  admin: 'Admin: Microsoft 365 administrator',
  accountManager: 'Member: account manager',
  consultant: 'Member: senior consultant, tax',
  deliveryManager: 'Member: delivery manager',
  peoplePartner: 'Member: people partner',
};

/** A user of the firm's own directory who is in no programme: a contractor, not one of the 900. */
export const outsider: DirectoryUser = toUser(
  'Elena Petrova',
  'External',
  'Contractor',
  'outsider',
);

/** A champion who is in no programme yet, and could start one for her office. */
export const newChampion: DirectoryUser = toUser(
  'Noor Haddad',
  'Lisbon Office',
  'Office Manager',
  'newChampion',
);

/** The people of an office that has no programme; they are not among the 900 either. */
export const lisbonOffice: readonly DirectoryUser[] = [
  newChampion,
  ...Array.from({ length: 11 }, (_, index) =>
    toUser(
      `${givenNames[index] ?? ''} ${familyNames[index] ?? ''}`,
      'Lisbon Office',
      'Consultant',
      `lisbon ${String(index)}`,
    ),
  ),
];

export const featuredId = (person: FeaturedPerson) => sampleKey(`person ${person}`);

/** People to sign in as, the most telling first. */
export const peopleToSignInAs = [
  ...Object.entries(notes).map(([person, note]) => ({
    userId: sampleKey(`person ${person}`),
    note,
  })),
  { userId: outsider.id, note: 'In no programme: a contractor' },
  { userId: newChampion.id, note: 'Champion: in no programme, and could start one' },
];

const featuredPeople = Object.entries(featured).map(
  ([key, [name, department, title]]): SamplePerson => ({
    user: toUser(name, department, title, key),
    department,
    joinedInWeek: null,
    leftInWeek: null,
  }),
);

/** Weeks in which newcomers start and others leave: the first weeks of months, as it goes. */
const changeWeeks = [-6, -2, 3, 7, 11];
const newcomers = 26;
const leavers = 17;

/**
 * The firm's people from one seed: the 900 of today, and those who left meanwhile. `today` has
 * everyone who is still there, first those one can sign in as.
 */
export function createPeople(): readonly SamplePerson[] {
  const draws = createDraws(1_959);
  const takenNames = new Set(featuredPeople.map(({ user }) => user.displayName));
  const newName = (): string => {
    const name = `${draws.oneOf(givenNames)} ${draws.oneOf(familyNames)}`;
    if (takenNames.has(name)) return newName();
    takenNames.add(name);
    return name;
  };
  const newPerson = (department: string, titles: readonly string[]): SamplePerson => {
    const name = newName();
    return {
      user: toUser(name, department, draws.oneOf(titles), name),
      department,
      joinedInWeek: null,
      leftInWeek: null,
    };
  };
  const staying = departments.flatMap(({ name, size, titles }) => {
    const known = featuredPeople.filter(({ department }) => department === name).length;
    return Array.from({ length: size - known }, () => newPerson(name, titles));
  });
  const large = departments.filter(({ size }) => size > 50);
  const gone = Array.from({ length: leavers }, () => {
    const { name, titles } = draws.oneOf(large);
    return { ...newPerson(name, titles), leftInWeek: draws.oneOf(changeWeeks) };
  });
  const late = new Set(
    draws
      .shuffled(staying.filter(({ department }) => large.some(({ name }) => name === department)))
      .slice(0, newcomers),
  );
  const there = staying.map((person) =>
    late.has(person) ? { ...person, joinedInWeek: draws.oneOf(changeWeeks) } : person,
  );
  return [...featuredPeople, ...there, ...gone];
}

/** Whether the person belonged to the firm in a week of the programme. */
export function isThereIn(person: SamplePerson, week: number): boolean {
  return (
    (person.joinedInWeek === null || person.joinedInWeek <= week) &&
    (person.leftInWeek === null || person.leftInWeek > week)
  );
}

function toUser(name: string, department: string, jobTitle: string, key: string): DirectoryUser {
  const address = `${plain(name)}@${mailDomain}`;
  return {
    id: sampleKey(`person ${key}`),
    displayName: name,
    userPrincipalName: address,
    mail: address,
    department,
    jobTitle,
    accountEnabled: true,
    preferredLanguage: 'en-GB',
  };
}

/** "Siobhán O’Brien" is siobhan.obrien. */
function plain(name: string): string {
  return name
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/[^a-z -]/g, '')
    .replaceAll(' ', '.');
}
