import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { CalendarForm } from './CalendarForm';
import { calendarQueries } from './calendarQueries';
import { calendarTexts as texts } from './calendarTexts';
import { NoticesPart } from './NoticesPart';

/** When is feedback due here, and does anybody hear what became of it? For champions, who decide it. */
export function CalendarPage() {
  const { api } = useSession();
  const query = useQuery(calendarQueries.calendar(api));
  return (
    <SubPage
      backHref={toHref({ page: 'feedbackQueue' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
      gap="XXL"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {(stored) => <CalendarForm stored={stored} />}
      </Loaded>
      <NoticesPart />
    </SubPage>
  );
}
