import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { calendarDayIn } from '@last-mile/shared/calendar';
import type { LoggedOutreach } from '@last-mile/shared/coaching';
import { useId, useState } from 'react';
import { useSession } from '../../app/session';
import { coachingTexts as texts } from './coachingTexts';
import { OutcomeForm } from './OutcomeForm';
import { PersonList, PersonRow } from './PersonRow';

/** Whom did we reach out to, what came of it, and who is back? */
export function OutreachLog({ outreaches }: { outreaches: readonly LoggedOutreach[] }) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <section className={styles.root} aria-labelledby={titleId}>
      <Subtitle2 as="h2" id={titleId} className={styles.title}>
        {texts.log}
      </Subtitle2>
      <Text className={styles.quiet}>{texts.logHint}</Text>
      <PersonList titleId={titleId}>
        {outreaches.map((logged) => (
          <LoggedRow key={logged.outreach.clientKey} {...logged} />
        ))}
      </PersonList>
    </section>
  );
}

function LoggedRow({ outreach, name, backOn }: LoggedOutreach) {
  const styles = useStyles();
  const { formats, programme } = useSession();
  const { at, way, reason, outcome, note } = outreach;
  const [isOpen, setOpen] = useState(false);
  const day = formats.day(calendarDayIn(new Date(at), programme.timeZone));
  return (
    <PersonRow
      name={name}
      action={
        <div className={styles.stand}>
          {backOn !== null && (
            <Badge appearance="tint" color="success">
              {texts.back(formats.day(backOn))}
            </Badge>
          )}
          {!isOpen && (
            <Button
              size="small"
              aria-label={outcome === null ? texts.outcomeOf(name) : texts.changeOf(name)}
              onClick={() => {
                setOpen(true);
              }}
            >
              {outcome === null ? texts.outcome : texts.change}
            </Button>
          )}
        </div>
      }
      form={
        isOpen && (
          <OutcomeForm
            outreach={outreach}
            name={name}
            onClose={() => {
              setOpen(false);
            }}
          />
        )
      }
    >
      <Caption1 block className={styles.quiet}>
        {texts.logLine(day, texts.ways[way], texts.reasons[reason])}
      </Caption1>
      {outcome !== null && <Text block>{texts.outcomes[outcome]}</Text>}
      {note !== null && <Text block>{note}</Text>}
    </PersonRow>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  stand: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});
