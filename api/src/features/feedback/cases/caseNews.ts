import { isSameAssistant } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Linked } from '../linked';
import { readChanges, type CaseLists, type ReadStandingCases } from './standingCases';

/** An item whose cases are to be walked because something changed, and whom that concerns. */
export interface CaseNews {
  readonly itemKey: string;
  /** The item's owner, else the programme's. */
  readonly userId: string;
  /** How many are to be walked. */
  readonly cases: number;
  /** The version and the last change of its assistant: another one of either is told anew. */
  readonly cause: string;
  /** When the later of the two came about, and by whom. */
  readonly at: string;
  readonly by: string;
}

export interface CaseNewsDependencies {
  readonly lists: Pick<CaseLists, 'AssistantChanges'>;
  readonly linked: Pick<Linked, 'libraryItem'>;
  readonly standing: ReadStandingCases;
}

/** Follows from the lists, like everything that people are told (decision 0021). */
export function createCaseNews({ lists, linked, standing }: CaseNewsDependencies) {
  return async (programme: Programme): Promise<readonly CaseNews[]> => {
    const asked = new Map<string, number>();
    for (const { record, standing: state } of await standing(programme)) {
      if (state.state !== 'toWalk') continue;
      const { reason } = state.why;
      if (reason !== 'newVersion' && reason !== 'assistantChanged') continue;
      asked.set(record.itemKey, (asked.get(record.itemKey) ?? 0) + 1);
    }
    if (asked.size === 0) return [];
    const changes = await readChanges(lists.AssistantChanges, programme);
    const news = [...asked].map(async ([itemKey, cases]): Promise<CaseNews | null> => {
      const item = await linked.libraryItem(programme, itemKey);
      const version = item?.versions.find((one) => one.version === item.published);
      if (!item || !version) return null;
      const change = changes
        .filter(({ assistant }) => isSameAssistant(assistant, version.assistant))
        .sort((one, other) => other.changedOn.localeCompare(one.changedOn))[0];
      const published = { at: version.approvedAt, by: version.approvedBy };
      const changed = change && { at: change.recordedAt, by: change.recordedBy };
      const last =
        changed && Date.parse(changed.at) > Date.parse(published.at) ? changed : published;
      return {
        ...{ itemKey, cases, userId: item.ownerId ?? programme.ownerId },
        cause: `version ${version.version}, changed ${change?.changedOn ?? 'never'}`,
        ...last,
      };
    });
    return (await Promise.all(news)).filter((each) => each !== null);
  };
}
