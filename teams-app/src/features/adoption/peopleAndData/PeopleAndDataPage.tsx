import { Link } from '@fluentui/react-components';
import { toHref } from '../../../app/routes';
import { SubPage } from '../../../app/SubPage';
import { CopilotReports } from './CopilotReports';
import { JobFamilies } from './JobFamilies';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';
import { UsageFile } from './UsageFile';

/** Answers "Where do the figures come from that we do not count ourselves, and who is in which job family?" */
export function PeopleAndDataPage() {
  return (
    <SubPage
      backHref={toHref({ page: 'dashboard' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
      gap="XXL"
    >
      <Link href={toHref({ page: 'workingCalendar' })}>{texts.calendar}</Link>
      <JobFamilies />
      <CopilotReports />
      <UsageFile />
    </SubPage>
  );
}
