import { drawFirstRows, type DrawnRows } from '../features/library/drawFirstRows';
import { firstRowsOf } from '../features/library/firstRowsOf';
import { familyChoiceOf, readersFamily } from '../features/library/readersFamily';
import { createKeptUses } from './keptUses';
import type { OpenedPane } from './openAhead';

/** Pixels of the search with its filters, and of the footer, as they are drawn later. */
const around = { above: 121, below: 33 };

/**
 * Draws the first rows of a library that was just fetched, which takes a tenth of what the whole pane
 * takes; null where something else than the list comes first, or stands above it.
 */
export function drawFetched(place: HTMLElement, opened: OpenedPane): DrawnRows | null {
  const { host, choices, account, snapshot } = opened;
  const families = snapshot.me.programme?.jobFamilies ?? [];
  const family = readersFamily(choices.get(familyChoiceOf(account)), snapshot.me);
  if (family === null || families.length === 0 || host.currentReading() !== null) return null;
  const usedLately = createKeptUses(choices, account)
    .all()
    .map(({ itemKey }) => itemKey);
  const { displayLanguage } = host;
  const rows = firstRowsOf({ snapshot, family, usedLately, theme: host.theme() });
  if (rows.groups.length === 0) return null;
  return drawFirstRows(place, { ...rows, ...around, displayLanguage });
}
