import { makeStyles, tokens } from '@fluentui/react-components';
import { toHref } from '../../../app/routes';
import { SubPageHeading } from '../../../app/SubPageHeading';
import { CopilotReports } from './CopilotReports';
import { JobFamilies } from './JobFamilies';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';
import { UsageFile } from './UsageFile';

/** Answers "Where do the figures come from that we do not count ourselves, and who is in which job family?" */
export function PeopleAndDataPage() {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <SubPageHeading
        backHref={toHref({ page: 'dashboard' })}
        back={texts.back}
        title={texts.title}
        subtitle={texts.subtitle}
      />
      <JobFamilies />
      <CopilotReports />
      <UsageFile />
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    maxWidth: '800px',
  },
});
