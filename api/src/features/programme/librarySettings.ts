import type {
  LibrarySettingsResponse,
  Programme,
  SaveLibrarySettingsRequest,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { Conflict, InvalidRequest, type Issue } from '../../http/refusals';
import { ListConflict, type StoredItem } from '../../sync/storedItem';
import type { ProgrammeItem } from './programmeItem';
import type { Programmes } from './programmes';
import { librarySettingsFields, toLibrarySettings } from './programmesList';

export interface LibrarySettingsDependencies {
  readonly database: Database;
  readonly item: ProgrammeItem;
  readonly programmes: Pick<Programmes, 'others'>;
  readonly now: () => Date;
}

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

export function createLibrarySettings(dependencies: LibrarySettingsDependencies): LibrarySettings {
  const { database, item, programmes, now } = dependencies;

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
      const offered = (await answer(programme, await item.read(programme))).others;
      const issues = librariesFrom.flatMap((key, index): Issue[] =>
        offered.some(({ clientKey }) => clientKey === key)
          ? []
          : [{ path: `librariesFrom.${index}`, message: 'This programme shares no library.' }],
      );
      if (issues.length > 0) throw new InvalidRequest(issues);
      const settings = { ...wanted, librariesFrom };
      const saved = await item.write(programme, eTag, librarySettingsFields(settings), user);
      if (saved instanceof ListConflict) {
        throw new Conflict(await answer(programme, saved.current));
      }
      await recordAudit(database, {
        at: now(),
        actorId: user.userId,
        action: 'programme.librarySettingsSaved',
        subject: programme.clientKey,
        details: { ...settings, librariesFrom: librariesFrom.join(' ') },
      });
      return answer(programme, saved);
    },
  };
}
