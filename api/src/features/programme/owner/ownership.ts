import { smallestGroupShown } from '@last-mile/shared/adoption';
import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  canDecideOwnership,
  canEnd,
  phaseOn,
  type EndingResponse,
  type EndProgrammeRequest,
  type NameOwnerRequest,
  type OwnershipResponse,
  type Programme,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Names } from '../../../auth/names';
import type { SeenRoles } from '../../../auth/seenRoles';
import { publicKeyOf } from '../../../http/publicKey';
import { RuleRefused } from '../../../http/refusals';
import type { Fields } from '../../../sync/listDefinition';
import type { StoredItem } from '../../../sync/storedItem';
import { endedFields, toCourse } from '../planFields';
import type { ProgrammeItem } from '../programmeItem';
import { ownerFields, toProgramme } from '../programmesList';
import type { OwnerStandings } from './ownerStandings';

export interface OwnershipDependencies {
  readonly item: ProgrammeItem;
  readonly names: Names;
  readonly seenRoles: Pick<SeenRoles, 'standingOf'>;
  readonly ownerOf: OwnerStandings;
  /** Object ids of everybody who took part until now; throws Unavailable. */
  readonly tookPart: (programme: Programme, now: Date) => Promise<readonly string[]>;
  readonly now: () => Date;
}

/** Who answers for a programme, and how it ends: its owner's and its sponsor's to decide. */
export interface Ownership {
  read(programme: Programme): Promise<OwnershipResponse>;
  /** Names another owner if the programme is still as it was read; throws Conflict or RuleRefused. */
  nameOwner(
    programme: Programme,
    request: NameOwnerRequest,
    user: User,
  ): Promise<OwnershipResponse>;
  /** Ends the programme with a word to everyone who took part; throws Conflict or RuleRefused. */
  end(programme: Programme, request: EndProgrammeRequest, user: User): Promise<OwnershipResponse>;
  /** The word to everyone, once there is one. */
  ending(programme: Programme): Promise<EndingResponse>;
}

export function createOwnership(dependencies: OwnershipDependencies): Ownership {
  const { item, names, seenRoles, ownerOf, tookPart, now } = dependencies;

  async function answer(before: Programme, stored: StoredItem): Promise<OwnershipResponse> {
    const key = publicKeyOf('Programmes', stored.clientKey);
    const programme = toProgramme(key, stored.fields) ?? before;
    const { ended } = toCourse(stored.fields);
    const at = now();
    const [found, standing, people] = await Promise.all([
      names.of([programme.ownerId]),
      ownerOf(programme),
      // How many there are is no reason to say nothing of the owner.
      tookPart(programme, at).then(
        ({ length }) => length,
        () => 0,
      ),
    ]);
    const { ownerId, timeZone } = programme;
    return {
      eTag: stored.eTag ?? '',
      owner: { userId: ownerId, name: found.get(ownerId) ?? null, standing },
      phase: phaseOn(calendarDayIn(at, timeZone), { ...programme, ended }),
      tookPart: people < smallestGroupShown ? null : people,
      ended,
    };
  }

  /** The columns that name somebody else; a deputy who becomes the owner is no deputy any more. */
  async function fieldsOfOwner(programme: Programme, ownerId: string): Promise<Fields> {
    if (ownerId === programme.ownerId) throw new RuleRefused('handOverToOwner');
    if (ownerId === programme.sponsorId) throw new RuleRefused('sponsorIsOwner');
    if ((await seenRoles.standingOf(ownerId, 'Champion')) !== 'held') {
      throw new RuleRefused('ownerNotChampion');
    }
    return ownerFields({
      ownerId,
      deputyIds: programme.deputyIds.filter((deputyId) => deputyId !== ownerId),
    });
  }

  function checkMayDecide(programme: Programme, user: User) {
    const decision = canDecideOwnership(programme, user);
    if (!decision.allowed) throw new RuleRefused(decision.reason);
  }

  return {
    read: async (programme) => answer(programme, await item.read(programme)),

    async nameOwner(programme, { eTag, ownerId }, user) {
      checkMayDecide(programme, user);
      const saved = await item.save(
        {
          ...{ programme, eTag, user, action: 'programme.ownerNamed' },
          fields: await fieldsOfOwner(programme, ownerId),
          details: { from: programme.ownerId, to: ownerId },
        },
        (stored) => answer(programme, stored),
      );
      return answer(programme, saved);
    },

    async end(programme, { eTag, ending, message }, user) {
      checkMayDecide(programme, user);
      const endedOn = calendarDayIn(now(), programme.timeZone);
      const { ended } = toCourse((await item.read(programme)).fields);
      const decision = canEnd({ ...programme, ended }, ending, endedOn);
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      const handedOver =
        ending.how === 'handOver' ? await fieldsOfOwner(programme, ending.ownerId) : {};
      const saved = await item.save(
        {
          ...{ programme, eTag, user, action: 'programme.ended' },
          fields: { ...endedFields({ ending, message, endedOn }), ...handedOver },
          details: { how: ending.how },
        },
        (stored) => answer(programme, stored),
      );
      return answer(programme, saved);
    },

    ending: async (programme) => ({ ended: toCourse((await item.read(programme)).fields).ended }),
  };
}
