import { Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { CoachedFor, CoachedPerson } from '@last-mile/shared/coaching';
import { useId, useState } from 'react';
import { useFocusWhenGone } from '../../app/useFocusWhenGone';
import { CoachedPersonRow } from './CoachedPersonRow';
import { coachingTexts as texts } from './coachingTexts';
import { PersonList } from './PersonRow';

export interface ReasonGroupProps {
  reason: CoachedFor;
  people: readonly CoachedPerson[];
}

/** Enough to begin with: nobody talks to more in a week. */
const shownAtFirst = 10;

/** Who is on the list for one reason, and why that is a reason. */
export function ReasonGroup({ reason, people }: ReasonGroupProps) {
  const styles = useStyles();
  const titleId = useId();
  const [showsAll, setShowsAll] = useState(false);
  // Whoever asked for all of them goes on at the first who was not shown before.
  const firstFurther = useFocusWhenGone<HTMLLIElement>(showsAll);
  const shown = showsAll ? people : people.slice(0, shownAtFirst);
  return (
    <section className={styles.root} aria-labelledby={titleId}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={titleId} className={styles.title}>
          {texts.reasons[reason]}
        </Subtitle2>
        <Caption1 className={styles.quiet}>{texts.people(people.length)}</Caption1>
      </div>
      <Text className={styles.quiet}>{texts.why[reason]}</Text>
      {people.length > 0 && (
        <PersonList titleId={titleId}>
          {shown.map((person, index) => (
            <CoachedPersonRow
              key={person.userId}
              person={person}
              {...(index === shownAtFirst ? { ref: firstFurther } : {})}
            />
          ))}
        </PersonList>
      )}
      {shown.length < people.length && (
        <Button
          className={styles.more}
          onClick={() => {
            setShowsAll(true);
          }}
        >
          {texts.showAll(people.length)}
        </Button>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { alignSelf: 'flex-start' },
});
