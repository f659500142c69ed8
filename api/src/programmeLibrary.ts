import type { Names } from './auth/names';
import type { Database } from './db/database';
import { createRecentItems } from './features/adoption/facts/recentItems';
import type { PersonDigest } from './features/adoption/facts/subjects';
import { createRoleUse } from './features/adoption/publication/roleUse';
import { versionUse } from './features/adoption/windows/versionUse';
import type { Feedback } from './features/feedback/feedback';
import { createFavourites } from './features/library/favourites';
import { createLibrary, type Library, type LibraryDependencies } from './features/library/library';
import { createBuildSessions, type BuildSessions } from './features/library/sessions/buildSessions';
import type { ProgrammePeople } from './features/programme/programmePeople';
import type { Programmes } from './features/programme/programmes';
import type { RequiredStandards } from './features/programme/requiredStandards';
import type { ReadWorkflows } from './features/workflows/workflowsRoutes';
import type { ListStores } from './sync/listStores';
import { toVersionEffects } from './versionEffects';

export interface ProgrammeLibraryDependencies extends Pick<
  LibraryDependencies,
  'sealKey' | 'draftDays' | 'onPublished' | 'onBrokenSeal'
> {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly names: Names;
  readonly programmes: Pick<
    Programmes,
    'lenders' | 'librariesFor' | 'reviewAfterDays' | 'tagNames'
  >;
  readonly programmePeople: Pick<ProgrammePeople, 'has'>;
  readonly requiredStandards: Pick<RequiredStandards, 'read'>;
  readonly workflows: ReadWorkflows;
  readonly feedback: Pick<Feedback, 'flagsByVersion'>;
  readonly usageDigest: PersonDigest;
  /** Stands in for somebody who marks items for themselves. */
  readonly favouritesDigest: PersonDigest;
  /** Days after which a session goes in which nothing is done. */
  readonly sessionDays: number;
  /** When the library was last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** What people find, write and review, and what they write together. */
export interface ProgrammeLibrary {
  readonly library: Library;
  readonly buildSessions: BuildSessions;
}

/** Composes the library from what features know. */
export async function createProgrammeLibrary(
  dependencies: ProgrammeLibraryDependencies,
): Promise<ProgrammeLibrary> {
  const { database, lists, names, programmes, programmePeople, requiredStandards } = dependencies;
  const { workflows, feedback, usageDigest, favouritesDigest, asOf, now } = dependencies;
  const { sealKey, draftDays, sessionDays, onPublished, onBrokenSeal } = dependencies;
  const library = await createLibrary({
    ...{
      database,
      list: lists.Library,
      names,
      sealKey,
      draftDays,
      onPublished,
      onBrokenSeal,
      asOf,
      now,
    },
    favourites: createFavourites(database, favouritesDigest),
    recentItems: createRecentItems(database, usageDigest),
    usedInRole: createRoleUse(database, now),
    reviewAfterDays: (programme) => programmes.reviewAfterDays(programme),
    sharing: {
      of: (programme) => programmes.librariesFor(programme),
      lenders: (programme) => programmes.lenders(programme),
      tagNamesOf: (programme) => programmes.tagNames(programme),
      tasksOf: async ({ clientKey }) =>
        new Map((await workflows(clientKey)).map((one) => [one.clientKey, one.task])),
      version: () => `${lists.Programmes.version()}.${lists.Workflows.version()}`,
    },
    isInProgramme: (programme, userId) => programmePeople.has(programme, userId),
    requiredStandards: async (programme) => (await requiredStandards.read(programme)).required,
    effectsOf: async (programme, itemKey) =>
      toVersionEffects(
        await versionUse(database, programme, itemKey, now()),
        await feedback.flagsByVersion(programme, itemKey),
      ),
  });
  const buildSessions = await createBuildSessions({
    ...{ database, list: lists.Library, names, sessionDays, now },
  });
  return { library, buildSessions };
}
