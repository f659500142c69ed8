import {
  Caption1,
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  SearchBox,
  Text,
  tokens,
} from '@fluentui/react-components';
import { canMerge, type FeedbackDetail, type QueueItem } from '@last-mile/shared/feedback';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { useDebounced } from '../../../app/useDebounced';
import { feedbackQueries } from '../feedbackQueries';
import { queueTexts } from '../queue/queueTexts';
import { reasonOf } from '../queue/QueueRow';
import { mended, type DraftFieldsProps } from './fields';
import { triageTexts as texts } from './triageTexts';
import { twoLines } from '../twoLines';

export interface MergeFieldsProps extends DraftFieldsProps {
  alike: FeedbackDetail['alike'];
  /** The other one, once it is chosen and known. */
  other: QueueItem | undefined;
}

const typingMs = 150;

/** Which other one says the same, and which of the two goes on? Both are there to read. */
export function MergeFields(props: MergeFieldsProps) {
  const { item, draft, onChange, mend, alike, other } = props;
  const styles = useStyles();
  const { api, formats } = useSession();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed, typingMs);
  const search = useInfiniteQuery({
    ...feedbackQueries.queue(api, { view: 'open', q }),
    enabled: q !== '',
  });
  const proposed =
    q === ''
      ? alike
      : (search.data?.pages ?? [])
          .flatMap(({ items }) => items)
          .map((found) => ({ item: found, likeness: null }));
  const others = proposed.filter((each) => canMerge(item, each.item).allowed);
  const isListed = others.some((each) => each.item.clientKey === draft.into);
  const offered =
    other === undefined || isListed ? others : [{ item: other, likeness: null }, ...others];

  return (
    <>
      <SearchBox
        aria-label={texts.mergeSearch}
        placeholder={texts.mergeSearch}
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value);
        }}
      />
      <Field label={texts.mergeWhich} required {...mended(mend, 'into', texts.mend.into)}>
        {offered.length === 0 ? (
          <Text className={styles.quiet}>{texts.mergeNone}</Text>
        ) : (
          <RadioGroup
            value={draft.into}
            onChange={(_, { value }) => {
              onChange({ into: value });
            }}
          >
            {offered.map(({ item: each, likeness }) => (
              <Radio
                key={each.clientKey}
                value={each.clientKey}
                label={
                  <>
                    <span className={styles.short}>{each.text}</span>
                    <Caption1 className={styles.quiet}>
                      {[
                        ...(likeness === null ? [] : [texts.likeness(formats.percent(likeness))]),
                        ...factsOf(each),
                        formats.moment(each.submittedAt),
                      ].join(' · ')}
                    </Caption1>
                  </>
                }
              />
            ))}
          </RadioGroup>
        )}
      </Field>
      {other !== undefined && (
        <Field label={texts.mergeKeeps}>
          <RadioGroup
            value={draft.keeps}
            className={styles.sides}
            onChange={(_, { value }) => {
              onChange({ keeps: value === 'this' ? 'this' : 'other' });
            }}
          >
            {(['this', 'other'] as const).map((side) => {
              const each = side === 'this' ? item : other;
              return (
                <div
                  key={side}
                  className={mergeClasses(styles.side, draft.keeps === side && styles.kept)}
                >
                  <Radio
                    value={side}
                    label={side === 'this' ? texts.thisOne : texts.otherOne}
                    className={styles.choice}
                  />
                  <Text className={styles.words}>{each.text}</Text>
                  {each.output !== null && (
                    <Text size={200} className={mergeClasses(styles.words, styles.quiet)}>
                      {each.output}
                    </Text>
                  )}
                  <Caption1 className={styles.quiet}>{factsOf(each).join(' · ')}</Caption1>
                </div>
              );
            })}
          </RadioGroup>
        </Field>
      )}
    </>
  );
}

const factsOf = (item: QueueItem) => [
  reasonOf(item),
  item.reporter,
  queueTexts.voices(item.voices),
];

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  short: { ...twoLines, color: tokens.colorNeutralForeground1 },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  kept: { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}` },
  choice: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
