import type {
  MeetingsResponse,
  PlacedSession,
  PlaceSessionRequest,
  PracticeSession,
  SessionPlace,
} from '@last-mile/shared/practice';
import { activeUntil, type Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { createWeeklySeries, readSeries, writeIntoSeries } from '../../graph/calendar';
import type { GraphClient } from '../../graph/graphClient';
import { appRefused, GraphError, isPassing } from '../../graph/graphError';
import { NotFound, RuleRefused, Unavailable } from '../../http/refusals';
import { agendaOf, type Agenda } from './agenda';
import type { Sessions } from './sessions';

/** Graph in the name of whoever asks; rejects where they have to consent or sign in again first. */
type OwnGraph = () => Promise<GraphClient>;

export interface PlacingDependencies {
  readonly sessions: Pick<Sessions, 'asRead' | 'place'>;
  /** The link that opens a session in Teams. */
  readonly linkTo: (sessionKey: string) => string;
  readonly now: () => Date;
}

/** Sessions in meetings, through the calendar of the person who places them and with their rights. */
export interface Placing {
  /** The caller's series that meet within the next two weeks. */
  meetings(graph: OwnGraph): Promise<MeetingsResponse>;
  /**
   * Puts a session into a meeting and keeps where. The calendar comes first: where the answer is lost, or
   * the session was changed meanwhile, the same once more makes no second meeting and no second agenda.
   */
  place(
    programme: Programme,
    sessionKey: string,
    request: PlaceSessionRequest,
    user: User,
    graph: OwnGraph,
  ): Promise<PlacedSession>;
}

const daysAhead = 14;
const dayMs = 86_400_000;

export function createPlacing({ sessions, linkTo, now }: PlacingDependencies): Placing {
  async function intoMeeting(
    programme: Programme,
    session: PracticeSession,
    agenda: Agenda,
    wanted: PlaceSessionRequest['place'],
    ownGraph: OwnGraph,
  ): Promise<SessionPlace> {
    if (wanted.kind === 'someoneElsesMeeting') return wanted;
    const graph = await ownGraph();
    if (wanted.kind === 'newMeeting') {
      const eventId = await createWeeklySeries(graph, {
        ...{ transactionId: wanted.clientKey.toLowerCase(), subject: session.title },
        ...{ body: agenda.html, startsAt: new Date(session.startsAt), minutes: session.minutes },
        ...{ timeZone: programme.timeZone, until: activeUntil(programme) },
      });
      return { kind: 'newMeeting', eventId };
    }
    const { eventId } = wanted;
    const { html } = agenda;
    const outcome = await writeIntoSeries(graph, eventId, { marker: session.clientKey, html });
    return outcome === 'written'
      ? { kind: 'existingMeeting', eventId }
      : { kind: 'someoneElsesMeeting' };
  }

  return {
    async meetings(ownGraph) {
      const [from, to] = [now(), new Date(now().getTime() + daysAhead * dayMs)];
      const found = await asCalendar(async () => readSeries(await ownGraph(), from, to));
      return {
        meetings: found.map(({ nextStart, nextEnd, ...meeting }) => ({
          ...meeting,
          ...{ nextStart: nextStart.toISOString(), nextEnd: nextEnd.toISOString() },
        })),
      };
    },

    async place(programme, sessionKey, { eTag, place: wanted }, user, ownGraph) {
      const session = await sessions.asRead(programme, sessionKey, eTag);
      const agenda = agendaOf(session, linkTo(session.clientKey));
      const place = await asCalendar(() =>
        intoMeeting(programme, session, agenda, wanted, ownGraph),
      );
      return {
        session: await sessions.place(programme, session, place, user),
        agenda: place.kind === 'someoneElsesMeeting' ? agenda.text : null,
      };
    },
  };
}

/** What Graph refuses here is said of the calendar, and not of SharePoint; a challenge stays one. */
async function asCalendar<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isTheirs = error instanceof GraphError && error.code !== appRefused;
    if (!isTheirs || error.claims !== undefined) throw error;
    if (isPassing(error.status)) throw new Unavailable('calendarUnavailable', { cause: error });
    if (error.status === 404) throw new NotFound('There is no such meeting.', { cause: error });
    throw new RuleRefused('calendarRefused');
  }
}
