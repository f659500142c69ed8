import type { DashboardResponse, PeopleShare } from '@last-mile/shared/adoption';
import { DataTable } from '../../app/DataTable';
import { useSession } from '../../app/session';
import { adoptionTexts as texts } from './adoptionTexts';
import { numberInPhase } from './dashboardReading';
import { peopleInWords, shareInWords } from './shareInWords';

/** The chart's figures as a table: every week, in total and for each kind. */
export function WeeksTable({ dashboard }: { dashboard: DashboardResponse }) {
  const { formats } = useSession();
  const { weeks, smallestGroup } = dashboard;
  const words = (share: PeopleShare) => shareInWords(share, formats, smallestGroup);
  return (
    <DataTable
      caption={texts.tableCaption}
      short
      columns={[
        { key: 'week', title: texts.columnWeek },
        { key: 'phase', title: texts.columnPhase },
        { key: 'active', title: texts.columnActive, numeric: true },
        { key: 'people', title: texts.columnPeople, numeric: true },
        { key: 'aiUse', title: texts.columnAiUse, numeric: true },
        { key: 'templateUse', title: texts.columnTemplateUse, numeric: true },
      ]}
      rows={weeks.map((week) => {
        const phase = texts.phase(week, numberInPhase(weeks, week));
        const marked =
          week.state === 'closed'
            ? phase
            : `${phase} · ${week.state === 'running' ? texts.running : texts.provisional}`;
        const shares =
          week.state === 'running'
            ? ['', '', '', '']
            : [
                words(week.active),
                peopleInWords(week.active, formats),
                words(week.aiUse),
                words(week.templateUse),
              ];
        return { key: week.week, cells: [formats.shortDay(week.startsOn), marked, ...shares] };
      })}
    />
  );
}
