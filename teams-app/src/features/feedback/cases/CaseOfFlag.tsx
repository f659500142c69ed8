import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { canBecomeCase, type QueueItem } from '@last-mile/shared/feedback';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../app/LinkButton';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';

/** Of a flag that was fixed and whose reporter agreed: the way to a case, or to the one there is. */
export function CaseOfFlag({ item }: { item: QueueItem }) {
  // Closed by hand in SharePoint it may name no item: then it is of the one that was flagged.
  const adjusted = [item.outcomeLink, item.about].find((each) => each?.type === 'libraryItem');
  if (!canBecomeCase(item).allowed || adjusted?.type !== 'libraryItem') return null;
  return <CaseOf itemKey={adjusted.itemKey} feedbackKey={item.clientKey} />;
}

function CaseOf({ itemKey, feedbackKey }: { itemKey: string; feedbackKey: string }) {
  const styles = useStyles();
  const { api } = useSession();
  const query = useQuery(caseQueries.book(api, itemKey));
  return (
    <section aria-labelledby="case-title" className={styles.root}>
      <Subtitle2 as="h3" id="case-title">
        {texts.caseOfFlagTitle}
      </Subtitle2>
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={1} />}>
        {({ cases, candidates }) =>
          candidates.some(({ fromFeedback }) => fromFeedback === feedbackKey) ? (
            <>
              <Text>{texts.mayBecome}</Text>
              <LinkButton href={toHref({ page: 'newCase', itemKey, feedbackKey })}>
                {texts.keepAsCase}
              </LinkButton>
            </>
          ) : (
            <>
              {cases.some(({ fromFeedback }) => fromFeedback === feedbackKey) && (
                <Text>{texts.isCase}</Text>
              )}
              <LinkButton href={toHref({ page: 'caseBook', itemKey })}>{texts.openBook}</LinkButton>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
  },
});
