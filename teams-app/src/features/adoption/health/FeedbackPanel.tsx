import { Link, Text } from '@fluentui/react-components';
import type { Measure } from '@last-mile/shared/adoption';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { Facts } from '../../../app/figures/Facts';
import { Panel } from '../panel/Panel';
import type { Shown } from '../panel/shown';
import { useOffPaper } from '../../../app/useOffPaper';
import { feedbackReport } from './healthReports';
import { healthTexts as texts } from '../../../app/figures/healthTexts';

/** Answers "Do people get an answer when they say that something is wrong?" */
export function FeedbackPanel({ shown }: { shown: Shown }) {
  const { may } = useSession();
  const offPaper = useOffPaper();
  const { feedback } = shown.range;
  const { number, percent, decimal } = shown.formats;
  return (
    <Panel
      name="feedback"
      title={texts.feedbackTitle}
      definition={texts.feedbackDefinition}
      shown={shown}
      aside={
        may.champion && (
          <Link href={toHref({ page: 'feedbackQueue' })} className={offPaper}>
            {texts.feedbackLink}
          </Link>
        )
      }
    >
      <Text>{feedbackReport(shown).summary}</Text>
      <Facts
        facts={[
          {
            name: texts.overdue,
            value: number(feedback.overdue),
            attention: feedback.overdue > 0,
          },
          {
            name: texts.reachedClient,
            value: number(feedback.openReachedClient),
            attention: feedback.openReachedClient > 0,
          },
          {
            name: texts.firstResponse,
            value: inWords(feedback.firstResponseDays, (days) => texts.days(decimal(days))),
          },
          { name: texts.insideDue, value: inWords(feedback.insideDue, percent) },
          { name: texts.withOutcome, value: inWords(feedback.withOutcome, percent) },
          { name: texts.helped, value: inWords(feedback.helped, percent) },
        ]}
      />
    </Panel>
  );
}

function inWords(figure: Measure, write: (value: number) => string) {
  if (figure.state === 'known') return write(figure.value);
  return figure.state === 'hidden' ? texts.hidden : texts.notEnoughData;
}
