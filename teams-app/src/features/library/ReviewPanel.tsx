import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ApiProblem, libraryClient } from '@last-mile/shared/client';
import { canPublish, checkStandards, type LibraryItem } from '@last-mile/shared/library';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FailureNotice } from '../../app/FailureNotice';
import { framedPanel } from '../../app/panel';
import { useSession } from '../../app/session';
import { useFocusWhenGone } from '../../app/useFocusWhenGone';
import { libraryQueries } from './libraryQueries';
import { libraryTexts as texts } from './libraryTexts';
import { Proposed } from './Proposed';
import { StandardFindings } from './standards/StandardFindings';
import { standardTexts } from './standards/standardTexts';

/** For champions: what waits for their approval, and why they may or may not give it. */
export function ReviewPanel({ item }: { item: LibraryItem }) {
  const styles = useStyles();
  const { api, user } = useSession();
  const queryClient = useQueryClient();
  const publish = useMutation({
    mutationFn: (eTag: string) => libraryClient(api).publish(item.clientKey, eTag),
    onSettled: () => queryClient.invalidateQueries({ queryKey: libraryQueries.root }),
  });
  const required = useQuery(libraryQueries.requiredStandards(api)).data?.required;
  const { proposal, eTag } = item;
  // What was published has no button any more.
  const root = useFocusWhenGone<HTMLDivElement>(eTag);
  const decision = canPublish(item, user);
  const waits = item.status !== 'retired' && (item.status !== 'published' || proposal !== null);

  return (
    <div
      ref={root}
      tabIndex={-1}
      className={waits || publish.isSuccess ? styles.root : styles.silent}
      role="status"
    >
      {publish.isSuccess && (
        <MessageBar intent="success">
          <MessageBarBody>{texts.published}</MessageBarBody>
        </MessageBar>
      )}
      {publish.isError && <FailureNotice>{refusalOf(publish.error)}</FailureNotice>}
      {waits && (
        <div className={styles.panel}>
          {proposal !== null && <Proposed item={item} proposal={proposal} />}
          {proposal === null && decision.allowed && <Text>{texts.draftWaits}</Text>}
          <div>
            <StandardFindings
              findings={checkStandards(proposal?.content ?? item.content)}
              required={required}
            />
          </div>
          <div className={styles.action}>
            <Button
              appearance="primary"
              icon={<CheckmarkRegular />}
              disabled={!decision.allowed}
              disabledFocusable={publish.isPending}
              aria-describedby={decision.allowed ? undefined : 'publish-refused'}
              onClick={() => {
                if (eTag !== null) publish.mutate(eTag);
              }}
            >
              {publish.isPending
                ? texts.publishing
                : proposal === null
                  ? texts.publish
                  : texts.publishProposal}
            </Button>
            {!decision.allowed && (
              <Text id="publish-refused" className={styles.reason}>
                {texts.publishRefused(decision.reason)}
              </Text>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** Why nothing was published; what a standard asks for stands beside it, marked. */
function refusalOf(error: Error): string {
  const unmet = error instanceof ApiProblem && error.code === 'standardsNotMet';
  return unmet ? standardTexts.refused : failureInWords(error);
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  silent: { display: 'none' },
  panel: framedPanel,
  action: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  reason: { color: tokens.colorNeutralForeground2 },
});
