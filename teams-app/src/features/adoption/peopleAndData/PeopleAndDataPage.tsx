import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { CopilotReports } from './CopilotReports';
import { JobFamilies } from './JobFamilies';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';
import { UsageFile } from './UsageFile';

/** Answers "Where do the figures come from that we do not count ourselves, and who is in which job family?" */
export function PeopleAndDataPage() {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.back}>
        <LinkButton
          href={toHref({ page: 'dashboard' })}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
        >
          {texts.back}
        </LinkButton>
      </div>
      <div>
        <Title3 as="h1" block>
          {texts.title}
        </Title3>
        <Text className={styles.subtitle}>{texts.subtitle}</Text>
      </div>
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
  back: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  subtitle: { color: tokens.colorNeutralForeground2 },
});
