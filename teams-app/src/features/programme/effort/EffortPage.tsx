import { weeksOver, type EffortResponse } from '@last-mile/shared/programme';
import { calendarDayIn } from '@last-mile/shared/calendar';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { weekQueries } from '../week/weekQueries';
import { EffortForm } from './EffortForm';
import { EffortTable } from './EffortTable';
import { EffortTotals } from './EffortTotals';
import { effortTexts as texts } from './effortTexts';

export interface EffortPageProps {
  /** The Monday of the week to write down. */
  week?: string;
}

/** What does the programme take, and was that the plan? For its champions, who write it down. */
export function EffortPage({ week }: EffortPageProps) {
  const { api } = useSession();
  const query = useQuery(weekQueries.effort(api));
  return (
    <SubPage
      backHref={toHref({ page: 'programmeWeek' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
      wide
      gap="XL"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={6} />}>
        {(effort) =>
          effort.weeks.length === 0 ? (
            <EmptyState title={texts.notBegunTitle}>{texts.notBegun}</EmptyState>
          ) : (
            <Weeks effort={effort} asked={week} />
          )
        }
      </Loaded>
    </SubPage>
  );
}

/** The week that was asked for is open; without one the first that is over and not written down. */
function Weeks({ effort, asked }: { effort: EffortResponse; asked: string | undefined }) {
  const { programme } = useSession();
  const today = calendarDayIn(new Date(), programme.timeZone);
  const [opened, setOpened] = useState<string | null>(
    () =>
      asked ?? weeksOver(today, effort.weeks).find(({ actual }) => actual === null)?.week ?? null,
  );
  const open = effort.weeks.find(({ week }) => week === opened);
  return (
    <>
      <EffortTotals effort={effort} />
      {open !== undefined && (
        <EffortForm
          key={open.week}
          week={open}
          currency={effort.currency}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
      <EffortTable effort={effort} today={today} onOpen={setOpened} />
    </>
  );
}
