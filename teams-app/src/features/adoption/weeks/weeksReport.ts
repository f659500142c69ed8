import type { DashboardWeek } from '@last-mile/shared/adoption';
import { empty, people, share, weekOf, word } from '../panel/cells';
import { panelTexts } from '../panel/panelTexts';
import type { Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { numberInPhase, readDashboard } from '../weekReading';
import { weeksSummary } from './weeksSummary';
import { weeksTexts as texts } from './weeksTexts';
import { revisionInWords } from './revisionInWords';

/** The weeks as a table: in total and for each kind of use, with who came and went. */
export function weeksReport(shown: Shown): Report {
  return {
    title: texts.title,
    summary: weeksSummary(shown, readDashboard(shown.whole)),
    caption: texts.caption,
    columns: [
      { key: 'week', title: panelTexts.columnWeek },
      { key: 'phase', title: texts.columnPhase },
      { key: 'active', title: texts.columnActive, share: true },
      { key: 'aiUse', title: texts.columnAiUse, share: true },
      { key: 'templateUse', title: texts.columnTemplateUse, share: true },
      { key: 'joined', title: texts.columnJoined, numeric: true },
      { key: 'left', title: texts.columnLeft, numeric: true },
      { key: 'note', title: texts.columnNote },
    ],
    rows: shown.range.weeks.map((week) => ({
      key: week.week,
      cells: [
        weekOf(week.startsOn, shown.formats),
        word(phaseOf(week, shown)),
        ...figures(week, shown),
        word(revisionInWords(week, shown.formats) ?? ''),
      ],
    })),
  };
}

/** The running week is not measured yet: its cells stay empty. */
function figures(week: DashboardWeek, shown: Shown) {
  if (week.state === 'running') return [empty, empty, empty, empty, empty];
  return [
    share(week.active, shown),
    share(week.aiUse, shown),
    share(week.templateUse, shown),
    people(week.moved.joined, shown),
    people(week.moved.left, shown),
  ];
}

function phaseOf(week: DashboardWeek, { whole }: Shown) {
  const phase = texts.phase(week, numberInPhase(whole.weeks, week));
  if (week.state === 'closed') return phase;
  return `${phase} · ${week.state === 'running' ? texts.running : texts.provisional}`;
}
