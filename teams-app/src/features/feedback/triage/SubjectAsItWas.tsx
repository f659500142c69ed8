import {
  Button,
  Caption1,
  Link,
  makeStyles,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { FeedbackDetail } from '@last-mile/shared/feedback';
import { useState } from 'react';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { feedbackTexts } from '../feedbackTexts';
import { triageTexts as texts } from './triageTexts';

/** What it is about, as it was when it was written, and how much it was used around then. */
export function SubjectAsItWas({ item, context }: Pick<FeedbackDetail, 'item' | 'context'>) {
  const styles = useStyles();
  const { formats } = useSession();
  const [reading, setReading] = useState(false);
  const { about } = item;
  const { title, text, task, step, usesBefore, usesAfter } = context;
  const isItem = about.type === 'libraryItem';
  return (
    <section aria-labelledby="subject-title" className={styles.root}>
      <Subtitle2 as="h3" id="subject-title">
        {texts.about}
      </Subtitle2>
      {isItem && title !== null ? (
        <Link href={toHref({ page: 'libraryItem', clientKey: about.itemKey })}>{title}</Link>
      ) : (
        <Text>{title ?? feedbackTexts.subjects[about.type]}</Text>
      )}
      {isItem && title === null && <Text className={styles.quiet}>{texts.titleGone}</Text>}
      <Caption1 className={styles.quiet}>
        {[
          ...(isItem ? [versionsInWords(about.version, context.currentVersion)] : []),
          ...(task === null || task === title ? [] : [texts.task(task)]),
          ...(step === null ? [] : [texts.step(step)]),
        ].join(' · ')}
      </Caption1>
      {isItem && (
        <Caption1 className={styles.quiet}>
          {usesBefore === null || usesAfter === null
            ? texts.usesUnknown
            : texts.uses(formats.number(usesBefore), formats.number(usesAfter))}
        </Caption1>
      )}
      {text !== null && (
        <>
          <div>
            <Button
              size="small"
              aria-expanded={reading}
              onClick={() => {
                setReading(!reading);
              }}
            >
              {texts.textThen}
            </Button>
          </div>
          {reading && <Text className={styles.text}>{text}</Text>}
        </>
      )}
    </section>
  );
}

function versionsInWords(then: number, now: number | null): string {
  const read = texts.versionThen(then);
  if (now === null) return `${read}, ${texts.noVersionNow}`;
  return `${read}, ${now === then ? texts.sameVersion : texts.versionNow(now)}`;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: {
    alignSelf: 'stretch',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});
