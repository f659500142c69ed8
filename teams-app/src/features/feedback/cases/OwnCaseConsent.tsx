import { Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { casesClient } from '@last-mile/shared/client';
import type { OwnFeedbackItem } from '@last-mile/shared/feedback';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { feedbackQueries } from '../feedbackQueries';
import { casesTexts } from './casesTexts';

const texts = casesTexts.own;

/** The reporter's word on whether their flag may become, or stay, a case: theirs to change. */
export function OwnCaseConsent({ item }: { item: OwnFeedbackItem }) {
  const styles = useStyles();
  const { api } = useSession();
  const queries = useQueryClient();
  const saying = useMutation({
    mutationFn: (consent: boolean) => casesClient(api).setCaseConsent(item.clientKey, consent),
    onSuccess: () => queries.invalidateQueries({ queryKey: feedbackQueries.root }),
  });
  const asksOfPrompt = item.about.type === 'libraryItem' || item.output !== null;
  if (item.kind !== 'flag' || !asksOfPrompt) return null;
  const { caseConsent, isCase } = item;
  return (
    <>
      <div className={styles.root}>
        <Caption1 role="status" className={styles.quiet}>
          {isCase ? texts.isCase : caseConsent ? texts.agreed : texts.notAgreed}
        </Caption1>
        <Link
          as="button"
          inline
          className={styles.link}
          disabledFocusable={saying.isPending}
          onClick={() => {
            saying.mutate(!caseConsent);
          }}
        >
          {caseConsent ? texts.takeBack : texts.agree}
        </Link>
      </div>
      {saying.error !== null && (
        <FailureNotice title={texts.notSaved}>{failureInWords(saying.error)}</FailureNotice>
      )}
    </>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { fontSize: tokens.fontSizeBase200 },
});
