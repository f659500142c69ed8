import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { CoachedPerson } from '@last-mile/shared/coaching';
import { calendarDayIn } from '@last-mile/shared/calendar';
import { useState, type Ref } from 'react';
import { useSession } from '../../app/session';
import { coachingTexts as texts } from './coachingTexts';
import { PersonRow } from './PersonRow';
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
    <PersonRow
      ref={ref}
      name={name}
      action={
        mayReachOut &&
        !isOpen && (
          <Button
            aria-label={texts.reachOutTo(name)}
            onClick={() => {
              setOpen(true);
            }}
          >
            {texts.reachOut}
          </Button>
        )
      }
      form={
        isOpen && (
          <ReachOut
            person={person}
            onClose={() => {
              setOpen(false);
            }}
          />
        )
      }
    >
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
    </PersonRow>
  );
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });
