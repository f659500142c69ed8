import { issueAt } from '@last-mile/shared/issue';
import type { Issue } from '@last-mile/shared/problem';
import type {
  LibrarySettingsResponse,
  Programme,
  SaveLibrarySettingsRequest,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { InvalidRequest } from '../../http/refusals';
import type { StoredItem } from '../../sync/storedItem';
import type { ProgrammeItem } from './programmeItem';
import type { Programmes } from './programmes';
import { librarySettingsFields, toLibrarySettings } from './programmesList';

/** What champions decide about the library as a whole (docs/decisions/0022). */
export interface LibrarySettings {
  read(programme: Programme): Promise<LibrarySettingsResponse>;
  /** Writes them to SharePoint if they are still as they were read; throws Conflict. */
  save(
    programme: Programme,
    request: SaveLibrarySettingsRequest,
    user: User,
  ): Promise<LibrarySettingsResponse>;
}

export function createLibrarySettings(
  item: ProgrammeItem,
  programmes: Pick<Programmes, 'others'>,
): LibrarySettings {
  async function answer(
    programme: Programme,
    { eTag, fields }: StoredItem,
  ): Promise<LibrarySettingsResponse> {
    const settings = toLibrarySettings(fields);
    const others = (await programmes.others(programme))
      .filter(({ clientKey, shared }) => shared || settings.librariesFrom.includes(clientKey))
      .sort((one, other) => one.name.localeCompare(other.name));
    return { eTag: eTag ?? '', ...settings, others };
  }

  return {
    read: async (programme) => answer(programme, await item.read(programme)),

    async save(programme, { eTag, ...wanted }, user) {
      const librariesFrom = [...new Set(wanted.librariesFrom.map((key) => key.toLowerCase()))];
      const standing = await answer(programme, await item.read(programme));
      const offered = standing.others;
      const issues = librariesFrom.flatMap((key, index): Issue[] =>
        offered.some(({ clientKey }) => clientKey === key)
          ? []
          : [issueAt(`librariesFrom.${index}`, 'sharesNoLibrary')],
      );
      if (issues.length > 0) throw new InvalidRequest(issues);
      const { tagNames = standing.tagNames } = wanted;
      const settings = { ...wanted, librariesFrom, tagNames };
      const saved = await item.save(
        {
          ...{ programme, eTag, user },
          fields: librarySettingsFields(settings),
          action: 'programme.librarySettingsSaved',
          details: {
            ...{ ...settings, librariesFrom: librariesFrom.join(' ') },
            tagNames: tagNames.length,
          },
        },
        (stored) => answer(programme, stored),
      );
      return answer(programme, saved);
    },
  };
}
