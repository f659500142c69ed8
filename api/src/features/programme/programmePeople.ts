import { wordsOf } from '@last-mile/shared/library';
import type { Programme, ProgrammePerson } from '@last-mile/shared/programme';
import type { Names } from '../../auth/names';
import type { GroupMember } from '../../auth/people';
import type { Programmes } from './programmes';

/** The people something can be handed to: the programme's group, its owner and deputies. */
export interface ProgrammePeople {
  /** Those in whose name each word of `typed` begins one; throws Unavailable. */
  search(programme: Programme, typed: string): Promise<ProgrammePerson[]>;
  /** Whether a person is among them; throws Unavailable. */
  has(programme: Programme, userId: string): Promise<boolean>;
}

const mostFound = 20;

/** Names come from the directory when they are shown and are never kept. */
export function createProgrammePeople(
  programmes: Pick<Programmes, 'membersOf'>,
  names: Names,
): ProgrammePeople {
  /** The words of a name are read once for as long as the directory's answer is kept. */
  const wordsOfMember = new WeakMap<GroupMember, string[]>();
  function wordsIn(member: GroupMember): string[] {
    const words = wordsOfMember.get(member) ?? wordsOf(member.displayName);
    wordsOfMember.set(member, words);
    return words;
  }

  const championsOf = ({ ownerId, deputyIds }: Programme) => [ownerId, ...deputyIds];

  async function championsBeside(programme: Programme, members: ReadonlyMap<string, GroupMember>) {
    const beside = championsOf(programme).filter((userId) => !members.has(userId));
    return [...(await names.of(beside))].map(([userId, name]) => ({
      userId,
      name,
      jobTitle: null,
    }));
  }

  return {
    async search(programme, typed) {
      const asked = wordsOf(typed);
      if (asked.length === 0) return [];
      const fits = (words: readonly string[]) =>
        asked.every((begins) => words.some((word) => word.startsWith(begins)));
      const members = await programmes.membersOf(programme);
      const found = [...members.values()]
        .filter((member) => fits(wordsIn(member)))
        .map(({ userId, displayName: name, jobTitle }) => ({ userId, name, jobTitle }));
      const champions = await championsBeside(programme, members);
      return [...found, ...champions.filter(({ name }) => fits(wordsOf(name)))]
        .sort((one, other) => one.name.localeCompare(other.name))
        .slice(0, mostFound);
    },

    async has(programme, userId) {
      if (championsOf(programme).includes(userId)) return true;
      return (await programmes.membersOf(programme)).has(userId);
    },
  };
}
