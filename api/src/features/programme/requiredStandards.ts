import type {
  Programme,
  RequiredStandardsResponse,
  SaveRequiredStandardsRequest,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { Conflict } from '../../http/refusals';
import { ListConflict, type StoredItem } from '../../sync/storedItem';
import type { ProgrammeItem } from './programmeItem';
import { requiredStandardsFields, toRequiredStandards } from './programmesList';

export interface RequiredStandardsDependencies {
  readonly database: Database;
  readonly item: ProgrammeItem;
  readonly now: () => Date;
}

/** The prompt standards a champion switched on: publication holds to them (design 2.2). */
export interface RequiredStandards {
  read(programme: Programme): Promise<RequiredStandardsResponse>;
  /** Writes them to SharePoint if they are still as they were read; throws Conflict. */
  save(
    programme: Programme,
    request: SaveRequiredStandardsRequest,
    user: User,
  ): Promise<RequiredStandardsResponse>;
}

export function createRequiredStandards(
  dependencies: RequiredStandardsDependencies,
): RequiredStandards {
  const { database, item, now } = dependencies;
  const answer = ({ eTag, fields }: StoredItem): RequiredStandardsResponse => ({
    eTag: eTag ?? '',
    required: toRequiredStandards(fields),
  });

  return {
    read: async (programme) => answer(await item.read(programme)),

    async save(programme, { eTag, required }, user) {
      const saved = await item.write(programme, eTag, requiredStandardsFields(required), user);
      if (saved instanceof ListConflict) throw new Conflict(answer(saved.current));
      await database.transaction((tx) =>
        recordAudit(tx, {
          at: now(),
          actorId: user.userId,
          action: 'programme.standardsRequired',
          subject: programme.clientKey,
          details: { required: required.join(' ') },
        }),
      );
      return answer(saved);
    },
  };
}
