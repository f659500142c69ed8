import type {
  Programme,
  RequiredStandardsResponse,
  SaveRequiredStandardsRequest,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { StoredItem } from '../../sync/storedItem';
import type { ProgrammeItem } from './programmeItem';
import { requiredStandardsFields, toRequiredStandards } from './programmesList';

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

export function createRequiredStandards(item: ProgrammeItem): RequiredStandards {
  const answer = ({ eTag, fields }: StoredItem): RequiredStandardsResponse => ({
    eTag: eTag ?? '',
    required: toRequiredStandards(fields),
  });

  return {
    read: async (programme) => answer(await item.read(programme)),

    async save(programme, { eTag, required }, user) {
      const saved = await item.save(
        {
          ...{ programme, eTag, user },
          fields: requiredStandardsFields(required),
          action: 'programme.standardsRequired',
          details: { required: required.join(' ') },
        },
        answer,
      );
      return answer(saved);
    },
  };
}
