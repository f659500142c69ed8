import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Subtitle2,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { practiceClient } from '@last-mile/shared/client';
import type {
  PlaceSessionRequest,
  PracticeSession,
  SessionPlace,
} from '@last-mile/shared/practice';
import { failureInWords, LoadingRows } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { copyText } from '../../../app/clipboard';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { practiceQueries } from '../practiceQueries';
import { practiceTexts as texts } from '../practiceTexts';
import { CalendarConsent, lacksConsent } from './CalendarConsent';

export interface PlacePartProps {
  session: PracticeSession;
  onPlaced: (placed: PracticeSession) => void;
}

type Kind = SessionPlace['kind'];
const kinds: readonly Kind[] = ['existingMeeting', 'newMeeting', 'someoneElsesMeeting'];

/** In which meeting does it take place? Nothing is written into a calendar before it is asked for. */
export function PlacePart({ session, onPlaced }: PlacePartProps) {
  const styles = useStyles();
  const { api } = useSession();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>(session.place?.kind ?? 'existingMeeting');
  const [eventId, setEventId] = useState('');
  // The same key until it is there, so that a second try makes no second series.
  const [clientKey] = useState(() => crypto.randomUUID());
  const placing = useMutation({
    mutationFn: (place: PlaceSessionRequest['place']) =>
      practiceClient(api).placeSession(session.clientKey, { eTag: session.eTag ?? '', place }),
    onSuccess: async ({ session: placed }) => {
      onPlaced(placed);
      await queries.invalidateQueries({ queryKey: practiceQueries.root });
    },
  });
  const wanted = placeOf(kind, eventId, clientKey);
  const agenda = placing.data?.agenda ?? null;
  return (
    <section className={styles.root}>
      <Subtitle2 as="h2">{texts.place}</Subtitle2>
      <Text>{session.place === null ? texts.noPlace : texts.placedIn[session.place.kind]}</Text>
      <form
        className={styles.form}
        aria-label={texts.place}
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== null && !placing.isPending) placing.mutate(wanted);
        }}
      >
        <Field label={texts.where}>
          <RadioGroup
            value={kind}
            onChange={(_, { value }) => {
              placing.reset();
              setKind(value as Kind);
            }}
          >
            {kinds.map((each) => (
              <Radio key={each} value={each} label={texts.places[each]} />
            ))}
          </RadioGroup>
        </Field>
        {kind === 'existingMeeting' && <MeetingField value={eventId} onChange={setEventId} />}
        {lacksConsent(placing.error) ? (
          <CalendarConsent
            refusal={placing.error}
            onGiven={() => {
              if (wanted !== null) placing.mutate(wanted);
            }}
          />
        ) : (
          placing.error !== null && (
            <FailureNotice title={texts.notPlaced}>{failureInWords(placing.error)}</FailureNotice>
          )
        )}
        <div className={styles.actions}>
          <Button type="submit" disabledFocusable={wanted === null || placing.isPending}>
            {placing.isPending ? texts.placing : texts.placeIt}
          </Button>
          <Text role="status">{placing.isSuccess ? texts.placed : ''}</Text>
        </div>
      </form>
      {agenda !== null && <Agenda agenda={agenda} />}
    </section>
  );
}

function placeOf(
  kind: Kind,
  eventId: string,
  clientKey: string,
): PlaceSessionRequest['place'] | null {
  switch (kind) {
    case 'existingMeeting':
      return eventId === '' ? null : { kind, eventId };
    case 'newMeeting':
      return { kind, clientKey };
    case 'someoneElsesMeeting':
      return { kind };
  }
}

interface MeetingFieldProps {
  value: string;
  onChange: (eventId: string) => void;
}

function MeetingField({ value, onChange }: MeetingFieldProps) {
  const styles = useStyles();
  const { api, formats } = useSession();
  // The calendar is asked once the person wants it: it may take their consent.
  const [isWanted, setWanted] = useState(false);
  const query = useQuery({ ...practiceQueries.meetings(api), enabled: isWanted });
  if (!isWanted) {
    return (
      <div>
        <Button
          onClick={() => {
            setWanted(true);
          }}
        >
          {texts.lookInCalendar}
        </Button>
      </div>
    );
  }
  if (query.isPending) return <LoadingRows label={texts.meetingsLoading} rows={1} />;
  if (lacksConsent(query.error)) {
    return <CalendarConsent refusal={query.error} onGiven={() => void query.refetch()} />;
  }
  if (query.isError) {
    return <FailureNotice title={texts.noMeetings}>{failureInWords(query.error)}</FailureNotice>;
  }
  if (query.data.meetings.length === 0) return <Text>{texts.meetingsNone}</Text>;
  return (
    <Field label={texts.meeting} className={styles.choice}>
      <Select
        value={value}
        onChange={(_, chosen) => {
          onChange(chosen.value);
        }}
      >
        <option value="">{texts.chooseMeeting}</option>
        {query.data.meetings.map(
          ({ eventId, subject, nextStart, organisedByCaller, organiser }) => (
            <option key={eventId} value={eventId}>
              {texts.meetingLine(
                subject,
                formats.moment(nextStart),
                organisedByCaller ? null : (organiser ?? texts.somebodyElse),
              )}
            </option>
          ),
        )}
      </Select>
    </Field>
  );
}

/** Words to send to whoever organises the meeting. */
function Agenda({ agenda }: { agenda: string }) {
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean>();
  return (
    <div className={styles.form}>
      <Field label={texts.agenda} hint={texts.agendaHint}>
        <Textarea readOnly rows={6} value={agenda} />
      </Field>
      <div className={styles.actions}>
        <Button
          onClick={() => {
            void copyText(agenda).then(setCopied);
          }}
        >
          {texts.copyAgenda}
        </Button>
        <Text role="status">
          {copied === undefined ? '' : copied ? texts.copied : texts.notCopied}
        </Text>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  // No wider than the page, however long a meeting's subject is.
  choice: { gridTemplateColumns: 'minmax(0, 1fr)' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
