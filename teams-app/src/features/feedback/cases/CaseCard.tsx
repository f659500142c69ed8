import {
  Badge,
  Caption1,
  Caption1Strong,
  Link,
  makeStyles,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { PromptCase } from '@last-mile/shared/feedback';
import { card } from '../../../app/panel';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { reasonInWords, stateColors } from './caseInWords';
import { casesTexts as texts } from './casesTexts';
import { CaseWalks } from './CaseWalks';
import { RetireCase } from './RetireCase';

export interface CaseCardProps {
  promptCase: PromptCase;
  /** Its place in the book. */
  number: number;
  mayRetire: boolean;
  /** Whether a walk of it waits on this device. */
  waits: boolean;
}

/** One case: where it stands and why, what it asks, and who walked it when. */
export function CaseCard({ promptCase, number, mayRetire, waits }: CaseCardProps) {
  const styles = useStyles();
  const { formats, may } = useSession();
  const { clientKey, standing, retired, walks, input, wentWrong, mustHold } = promptCase;
  const { createdBy, createdAt, fixedIn, fromFeedback, delivered } = promptCase;
  const isWithdrawn = retired?.because === 'consentWithdrawn';
  return (
    <article aria-labelledby={`case-${clientKey}`} className={styles.root}>
      <div className={styles.marks}>
        <Subtitle2 as="h2" id={`case-${clientKey}`}>
          {texts.caseNumber(number)}
        </Subtitle2>
        <Badge appearance="tint" color={stateColors[standing.state]}>
          {texts.states[standing.state]}
        </Badge>
        {standing.state === 'toWalk' && (
          <Caption1 className={styles.quiet}>{reasonInWords(standing.why, formats)}</Caption1>
        )}
      </div>
      {retired !== null && (
        <Text className={styles.words}>
          {isWithdrawn ? texts.withdrawn : (retired.reason ?? texts.retiredByChampion)}
        </Text>
      )}
      <dl className={styles.parts}>
        <Part name={texts.mustHold} words={mustHold} />
        <Part name={texts.input} words={input} />
        <Part name={texts.wentWrong} words={wentWrong} />
      </dl>
      {waits && <Caption1 className={styles.quiet}>{texts.walkWaits}</Caption1>}
      <CaseWalks walks={walks} />
      <div className={styles.foot}>
        <Caption1 className={styles.quiet}>
          {[
            ...(fixedIn === null ? [] : [texts.fixedIn(fixedIn)]),
            texts.kept(createdBy.name ?? texts.somebody, formats.moment(createdAt)),
            ...(delivered ? [] : [texts.delivering]),
          ].join(' · ')}
          {fromFeedback !== null && may.champion && (
            <>
              {' · '}
              <Link
                inline
                className={styles.link}
                href={toHref({ page: 'feedbackQueue', clientKey: fromFeedback })}
              >
                {texts.openFlag}
              </Link>
            </>
          )}
        </Caption1>
        {mayRetire && !isWithdrawn && <RetireCase promptCase={promptCase} number={number} />}
      </div>
    </article>
  );
}

function Part({ name, words }: { name: string; words: string | null }) {
  const styles = useStyles();
  if (words === null) return null;
  return (
    <div>
      <dt>
        <Caption1Strong className={styles.quiet}>{name}</Caption1Strong>
      </dt>
      <dd className={styles.part}>{words}</dd>
    </div>
  );
}

const useStyles = makeStyles({
  root: { ...card, overflowWrap: 'anywhere' },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { whiteSpace: 'pre-wrap' },
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0 },
  part: { margin: 0, maxWidth: '80ch', whiteSpace: 'pre-wrap' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  link: { fontSize: 'inherit' },
});
