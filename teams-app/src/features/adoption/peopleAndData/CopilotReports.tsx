import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { UsageReportsResponse } from '@last-mile/shared/adoption';
import { hasRole } from '@last-mile/shared/user';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { copilotInWords } from '../surfaces/copilotInWords';
import { DataSection } from './DataSection';
import { peopleAndDataQueries } from './peopleAndDataQueries';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';

/** Answers "What is known of Copilot, since when, and what has to be changed to know more?" */
export function CopilotReports() {
  const { api } = useSession();
  const query = useQuery(peopleAndDataQueries.usageReports(api));
  return (
    <DataSection title={texts.copilotTitle} hint={texts.copilotHint}>
      <Loaded query={query} loading={<LoadingRows label={texts.loadingReports} />}>
        {(reports) => <Standing reports={reports} />}
      </Loaded>
    </DataSection>
  );
}

function Standing({ reports }: { reports: UsageReportsResponse }) {
  const styles = useStyles();
  const { formats, user } = useSession();
  const { copilot, trouble, membersAsOf } = reports;
  const { attention, sentences } = copilotInWords(
    copilot,
    { asOf: new Date().toISOString(), admin: hasRole(user, 'Admin') },
    formats,
  );
  return (
    <>
      {trouble !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {texts.trouble[trouble.kind](formats.moment(trouble.since))}
          </MessageBarBody>
        </MessageBar>
      )}
      <MessageBar intent={attention ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>{sentences.join(' ')}</MessageBarBody>
      </MessageBar>
      <Text size={200} className={styles.quiet}>
        {membersAsOf === null ? texts.membersUnknown : texts.members(formats.moment(membersAsOf))}
      </Text>
    </>
  );
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });
