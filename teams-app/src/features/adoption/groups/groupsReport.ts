import { empty, share, word } from '../panel/cells';
import type { Cell, Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { rateOf } from '../weekReading';
import { readGroups, type GroupReading } from './groupReading';
import { groupsTexts as texts } from './groupsTexts';

/** One division of the people as a table: last week, before the programme, and the change. */
export function groupsReport(shown: Shown): Report {
  const { by } = shown;
  const rows = readGroups(shown.whole, by);
  return {
    title: texts.title,
    summary: groupsSummary(rows, shown),
    caption: texts.captions[by],
    columns: [
      { key: 'name', title: texts.groupings[by] },
      { key: 'now', title: texts.columnLastWeek, share: true },
      { key: 'before', title: texts.columnBefore, share: true },
      { key: 'change', title: texts.columnChange, numeric: true },
    ],
    rows: rows.map((row) => ({
      key: row.name,
      cells: [word(row.name), share(row.now, shown), share(row.before, shown), change(row, shown)],
    })),
  };
}

/** A group's change in percentage points, as a cell. */
export function change({ change: points }: GroupReading, { formats }: Shown): Cell {
  if (points === null) return empty;
  if (points === 'same') return word(texts.same);
  return { text: formats.points(points), value: points };
}

function groupsSummary(rows: readonly GroupReading[], shown: Shown): string {
  const known = rows.filter(({ now }) => rateOf(now) !== null);
  const lowest = known[0];
  const highest = known.at(-1);
  if (lowest === undefined || highest === undefined) return texts.summaryNone;
  const low = share(lowest.now, shown).text;
  return lowest === highest
    ? texts.summaryOne(lowest.name, low)
    : texts.summary(lowest.name, low, highest.name, share(highest.now, shown).text);
}
