import { Link, makeStyles, Subtitle2, Switch, Text, tokens } from '@fluentui/react-components';
import { coachingClient } from '@last-mile/shared/client';
import { failureInWords, LoadingRows, useSaidAtOnce } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FailureNotice } from '../../app/FailureNotice';
import { Loaded } from '../../app/Loaded';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { SubPage } from '../../app/SubPage';
import { bullets } from '../../app/panel';
import { coachingQueries } from './coachingQueries';
import { coachingTexts as texts } from './coachingTexts';

/** May champions reach out to me, and what do they see of me? For everybody, of themselves. */
export function ContactPage() {
  const styles = useStyles();
  const { api } = useSession();
  const query = useQuery(coachingQueries.choice(api));
  return (
    <SubPage title={texts.contactTitle} subtitle={texts.contactSubtitle}>
      <Loaded query={query} loading={<LoadingRows label={texts.contactLoading} rows={2} />}>
        {({ optedOut }) => <OwnChoice optedOut={optedOut} />}
      </Loaded>
      <section className={styles.seen}>
        <Subtitle2 as="h2" className={styles.title}>
          {texts.seenTitle}
        </Subtitle2>
        <ul className={styles.list}>
          {Object.values(texts.seen).map((line) => (
            <li key={line}>
              <Text>{line}</Text>
            </li>
          ))}
        </ul>
        <div>
          <Link href={toHref({ page: 'programmeNotice' })}>{texts.wholeNotice}</Link>
        </div>
      </section>
    </SubPage>
  );
}

function OwnChoice({ optedOut }: { optedOut: boolean }) {
  const styles = useStyles();
  const { api } = useSession();
  const queries = useQueryClient();
  const { queryKey } = coachingQueries.choice(api);
  const choosing = useMutation({
    mutationFn: (wanted: boolean) => coachingClient(api).choose({ optedOut: wanted }),
    onSuccess: (kept) => {
      queries.setQueryData(queryKey, kept);
    },
  });
  const [isOut, choose] = useSaidAtOnce(optedOut, choosing.mutateAsync);
  return (
    <div className={styles.choice}>
      <Switch
        label={texts.mayReachOut}
        checked={!isOut}
        onChange={(_, { checked }) => {
          choose(!checked);
        }}
      />
      <Text className={styles.quiet}>{isOut ? texts.offHint : texts.onHint}</Text>
      <Text role="status" className={styles.quiet}>
        {choosing.isSuccess ? texts.keptNow : ''}
      </Text>
      {choosing.error !== null && (
        <FailureNotice title={texts.notKept}>{failureInWords(choosing.error)}</FailureNotice>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: {
    color: tokens.colorNeutralForeground2,
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  seen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  list: bullets,
});
