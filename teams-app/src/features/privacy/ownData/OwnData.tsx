import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { privacyClient } from '@last-mile/shared/client';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LinkButton } from '../../../app/LinkButton';
import { Loaded } from '../../../app/Loaded';
import { buttonRow } from '../../../app/panel';
import { toHref } from '../../../app/routes';
import { EraseData } from '../held/EraseData';
import { HeldRecords } from '../held/HeldRecords';
import type { PrivacyPageProps } from '../held/privacyPage';
import { ownDataQueries } from './ownDataQueries';
import { ownDataTexts as texts } from './ownDataTexts';

/** What is held about the person who looks: to see, to keep, to have erased. */
export function OwnData({ api, me, formats }: PrivacyPageProps) {
  const styles = useStyles();
  const queries = useQueryClient();
  const data = useQuery(ownDataQueries.data(api));
  const erasure = useQuery(ownDataQueries.erasure(api));
  const isUnderWay = erasure.data?.erasure?.doneAt === null;
  useEffect(() => {
    if (!isUnderWay) return undefined;
    // Once it is over, what was held is not held any more.
    return () => void queries.invalidateQueries({ queryKey: ownDataQueries.data(api).queryKey });
  }, [isUnderWay, queries, api]);
  return (
    <section className={styles.part}>
      <Subtitle2 as="h2" className={styles.title}>
        {texts.title}
      </Subtitle2>
      <Loaded query={data} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {(held) => <HeldRecords held={held} words={texts} />}
      </Loaded>
      <Subtitle2 as="h2" className={styles.title}>
        {texts.eraseTitle}
      </Subtitle2>
      <Loaded query={erasure} loading={<LoadingRows label={texts.loading} rows={2} />}>
        {(state) => (
          <EraseData
            {...{ state, formats }}
            words={texts}
            erase={(clientKey) => privacyClient(api).eraseOwn({ clientKey })}
            onAnswer={(answer) => {
              queries.setQueryData(ownDataQueries.erasure(api).queryKey, answer);
            }}
          />
        )}
      </Loaded>
      {me.roles.includes('Admin') && (
        <div className={styles.links}>
          <LinkButton href={toHref({ page: 'peopleData' })}>{texts.ofOthers}</LinkButton>
          <LinkButton href={toHref({ page: 'auditTrail' })}>{texts.auditTrail}</LinkButton>
          <LinkButton href={toHref({ page: 'deliveries' })}>{texts.deliveries}</LinkButton>
        </div>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  // As wide as the page it stands on.
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: '800px',
    marginBlockStart: tokens.spacingVerticalXL,
  },
  title: { margin: 0 },
  links: buttonRow,
});
