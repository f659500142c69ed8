import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { operationsClient } from '@last-mile/shared/client';
import type { AuditPeriod } from '@last-mile/shared/operations';
import { failureInWords, LoadingRows } from '@last-mile/shared/ui';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminsOnly } from '../../../app/AdminsOnly';
import { download } from '../../../app/download';
import { FailureNotice } from '../../../app/FailureNotice';
import { Loaded } from '../../../app/Loaded';
import { buttonRow } from '../../../app/panel';
import type { OperationsPageProps } from '../operationsPage';
import { operationsQueries } from '../operationsQueries';
import { AuditEntries } from './AuditEntries';
import { auditPeriodOf, lastSevenDays } from './auditPeriodOf';
import { auditTexts as texts } from './auditTexts';

/** Who did what, and when: the audit trail, for an admin. */
export function AuditPage({ me, api, formats }: OperationsPageProps) {
  const styles = useStyles();
  const [days, setDays] = useState(() => lastSevenDays(new Date()));
  const period = auditPeriodOf(days);
  return (
    <AdminsOnly me={me} title={texts.title} subtitle={texts.subtitle} wide gap="L">
      <div className={styles.days}>
        {(['from', 'until'] as const).map((end) => (
          <Field key={end} label={texts[end]}>
            <Input
              type="date"
              value={days[end]}
              onChange={(_, { value }) => {
                setDays({ ...days, [end]: value });
              }}
            />
          </Field>
        ))}
      </div>
      {period === undefined ? (
        <Text role="status">{texts.noPeriod}</Text>
      ) : (
        <Trail {...{ api, period, formats }} />
      )}
    </AdminsOnly>
  );
}

interface TrailProps extends Pick<OperationsPageProps, 'api' | 'formats'> {
  period: AuditPeriod;
}

/** What the trail says of the period, and the way to take it along. */
function Trail({ api, period, formats }: TrailProps) {
  const styles = useStyles();
  const trail = useInfiniteQuery(operationsQueries.audit(api, period));
  const saving = useMutation({
    mutationFn: async () => {
      download(await operationsClient(api).auditFile(period), 'last-mile-audit.csv');
    },
  });
  return (
    <Loaded query={trail} loading={<LoadingRows label={texts.loading} rows={6} />}>
      {({ pages }) => (
        <>
          <AuditEntries pages={pages} formats={formats} />
          <div className={styles.buttons}>
            {trail.hasNextPage && (
              <Button
                disabledFocusable={trail.isFetchingNextPage}
                onClick={() => void trail.fetchNextPage()}
              >
                {texts.earlier}
              </Button>
            )}
            <Button
              disabledFocusable={saving.isPending}
              onClick={() => {
                saving.mutate();
              }}
            >
              {texts.save}
            </Button>
          </div>
          {saving.isError && (
            <FailureNotice title={texts.notSaved}>{failureInWords(saving.error)}</FailureNotice>
          )}
          <Text className={styles.quiet}>{texts.hint}</Text>
        </>
      )}
    </Loaded>
  );
}

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  buttons: buttonRow,
  quiet: { color: tokens.colorNeutralForeground2 },
});
