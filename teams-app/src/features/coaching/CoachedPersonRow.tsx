import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CoachedPerson } from '@last-mile/shared/coaching';
import { calendarDayIn } from '@last-mile/shared/calendar';
import { useState, type Ref } from 'react';
import { useSession } from '../../app/session';
import { coachingTexts as texts } from './coachingTexts';
import { ReachOut } from './ReachOut';

export interface CoachedPersonRowProps {
  person: CoachedPerson;
  /** To give the focus to. */
  ref?: Ref<HTMLLIElement>;
}

/** One person: when they were last seen, whether somebody reached out lately, and the way to do it. */
export function CoachedPersonRow({ person, ref }: CoachedPersonRowProps) {
  const styles = useStyles();
  const { formats, programme } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { name, jobFamily, lastUsedOn, lastOutreach, mayReachOut } = person;
  const family = programme.jobFamilies.find(({ id }) => id === jobFamily)?.name;
  const dayOf = (at: string) => formats.day(calendarDayIn(new Date(at), programme.timeZone));
  return (
    <li ref={ref} tabIndex={-1} className={styles.root}>
      <div className={styles.line}>
        <div className={styles.who}>
          <Text weight="semibold" block>
            {name}
          </Text>
          {family !== undefined && (
            <Caption1 block className={styles.quiet}>
              {family}
            </Caption1>
          )}
          {lastUsedOn !== null && (
            <Caption1 block className={styles.quiet}>
              {texts.lastUsed(formats.day(lastUsedOn))}
            </Caption1>
          )}
          {lastOutreach !== null && (
            <Caption1 block className={styles.quiet}>
              {texts.reached(dayOf(lastOutreach.at), texts.ways[lastOutreach.way])}
            </Caption1>
          )}
          {!mayReachOut && (
            <Caption1 block className={styles.quiet}>
              {texts.tooSoon}
            </Caption1>
          )}
        </div>
        {mayReachOut && !isOpen && (
          <Button
            aria-label={texts.reachOutTo(name)}
            onClick={() => {
              setOpen(true);
            }}
          >
            {texts.reachOut}
          </Button>
        )}
      </div>
      {isOpen && (
        <ReachOut
          person={person}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </li>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  who: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
