import type {
  HistoryVersion,
  LibraryAuthor,
  LibraryContent,
  VersionEffect,
  VersionsResponse,
} from '@last-mile/shared/library';
import type { Names } from '../../auth/names';
import { NotFound } from '../../http/refusals';
import {
  ListItemGone,
  ListUnavailable,
  type ItemVersion,
  type ListStore,
} from '../../sync/storedItem';
import { toContent } from './libraryList';
import type { Seals } from './seals';
import type { ShownItem } from './shownItem';

/** What became of the versions of an item, by version; asked of the features that know. */
type EffectsOf = (clientKey: string) => Promise<ReadonlyMap<number, VersionEffect>>;

export interface VersionsDependencies {
  readonly list: ListStore;
  readonly seals: Seals;
  readonly names: Names;
}

export interface Versions {
  /** What was approved, and for champions what became of it and what SharePoint itself keeps. */
  of(shown: ShownItem, champion: boolean, effectsOf: EffectsOf): Promise<VersionsResponse>;
  /** The text of one version. Throws NotFound where neither a seal nor SharePoint has it. */
  textOf(
    shown: ShownItem,
    from: { approved: number } | { history: string },
  ): Promise<LibraryContent>;
}

/** An item's earlier texts: from our seals, which nobody trims, and from SharePoint's history. */
export function createVersions({ list, seals, names }: VersionsDependencies): Versions {
  async function historyOf({ stored }: ShownItem): Promise<readonly ItemVersion[] | null> {
    if (stored.itemId === null) return [];
    try {
      return await list.history(stored.clientKey);
    } catch (error) {
      if (error instanceof ListUnavailable || error instanceof ListItemGone) return null;
      throw error;
    }
  }

  return {
    async of(shown, champion, effectsOf) {
      const [sealed, history, effects] = await Promise.all([
        seals.versionsOf(shown.stored.clientKey),
        champion ? historyOf(shown) : null,
        champion ? effectsOf(shown.item.clientKey) : new Map<number, VersionEffect>(),
      ]);
      const actors = (history ?? []).flatMap((version) => actorOf(version).userId ?? []);
      const found = await names.of([...sealed.map(({ approvedBy }) => approvedBy), ...actors]);
      return {
        approved: sealed.map(({ version, content, approvedAt, approvedBy }) => ({
          version,
          content,
          approvedAt,
          approvedBy: champion ? { userId: approvedBy, name: found.get(approvedBy) ?? null } : null,
          effect: champion ? (effects.get(version) ?? noEffect) : null,
        })),
        history: history?.map((version) => toHistoryVersion(version, found)) ?? null,
      };
    },

    async textOf(shown, from) {
      if ('approved' in from) {
        const sealed = await seals.versionsOf(shown.stored.clientKey);
        const found = sealed.find(({ version }) => version === from.approved);
        if (!found) throw new NotFound();
        return found.content;
      }
      const found = (await list.history(shown.stored.clientKey)).find(
        ({ id }) => id === from.history,
      );
      if (!found) throw new NotFound();
      return toContent(found.fields).content;
    },
  };
}

const noEffect: VersionEffect = { uses: null, keptShare: null, flags: 0 };

function toHistoryVersion(
  version: ItemVersion,
  names: ReadonlyMap<string, string>,
): HistoryVersion {
  const { userId, name } = actorOf(version);
  const known = userId === null ? name : (names.get(userId) ?? name);
  return {
    id: version.id,
    at: version.at,
    by: userId === null && known === null ? null : { userId, name: known },
    content: toContent(version.fields).content,
  };
}

/** Whoever wrote in SharePoint; where Last Mile did, whom it wrote for. */
function actorOf({ by, fields }: ItemVersion): LibraryAuthor {
  if (by !== null) return by;
  const actorId = fields['ActorId'];
  return { userId: typeof actorId === 'string' ? actorId : null, name: null };
}
