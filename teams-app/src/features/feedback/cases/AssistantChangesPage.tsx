import { Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { AssistantChange } from '@last-mile/shared/feedback';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { AssistantChangeForm } from './AssistantChangeForm';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';

/** Which assistant does something else since when? */
export function AssistantChangesPage() {
  const { api } = useSession();
  const query = useQuery(caseQueries.assistantChanges(api));
  return (
    <SubPage
      backHref={toHref({ page: 'cases' })}
      back={texts.backToCases}
      title={texts.assistantsTitle}
      subtitle={texts.assistantsSubtitle}
    >
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {({ assistants, changes }) => (
          <>
            <AssistantChangeForm assistants={assistants} />
            <Changes changes={changes} />
          </>
        )}
      </Loaded>
    </SubPage>
  );
}

function Changes({ changes }: { changes: readonly AssistantChange[] }) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <section aria-labelledby="changes-title">
      <Subtitle2 as="h2" id="changes-title">
        {texts.changesTitle}
      </Subtitle2>
      {changes.length === 0 ? (
        <Text block>{texts.noChanges}</Text>
      ) : (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li key={change.clientKey} className={styles.row}>
              <Text weight="semibold">
                {texts.changedSince(change.assistant, formats.day(change.changedOn))}
              </Text>
              <Text className={styles.words}>{change.what}</Text>
              <Caption1 className={styles.quiet}>
                {texts.recordedBy(
                  change.recordedBy.name ?? texts.somebody,
                  formats.moment(change.recordedAt),
                )}
                {!change.delivered && ` · ${texts.delivering}`}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  words: { whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
