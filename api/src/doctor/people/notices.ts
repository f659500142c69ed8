import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

/** Whether the API knows the app in Teams, which links and notifications lead to. */
function judgeTeamsApp(teamsAppId: string | null): Finding {
  if (teamsAppId !== null) return ok('TEAMS_APP_ID is set');
  return problem(
    'TEAMS_APP_ID is not set',
    'nobody is notified in Teams, and links lead to no tab',
    'Copy the app’s id (Teams admin center → Teams apps → Manage apps → Last Mile → Details) into TEAMS_APP_ID and restart the API.',
  );
}

/** How many people rest for which reason; nobody is named. */
interface NotTold {
  readonly notInstalled: number;
  readonly refused: number;
}

/** Whether notifications reach people. */
function judgeNotTold({ notInstalled, refused }: NotTold): Finding {
  const count = (people: number) => `${people} ${people === 1 ? 'person' : 'people'}`;
  if (refused > 0) {
    return problem(
      `Teams refuses what is sent to ${count(refused)}`,
      'they are not told what became of their feedback',
      'Upload the newest app package, which declares every kind of notification: npm run package, then Teams admin center → Teams apps → Manage apps → Last Mile → Upload file.',
    );
  }
  if (notInstalled > 0) {
    return problem(
      `${count(notInstalled)} without the app`,
      'they are not told what became of their feedback',
      'Install it for them: Teams admin center → Teams apps → Setup policies → Installed apps → Last Mile.',
    );
  }
  return ok('nobody is known whom Teams did not tell');
}

export const noticeChecks: readonly Check<Ground>[] = [
  {
    id: 'teams.app',
    title: 'App in Teams',
    look: ({ config }) => Promise.resolve(judgeTeamsApp(config.teamsAppId)),
  },
  {
    id: 'teams.notTold',
    title: 'People whom Teams did not tell',
    async look({ db, now }) {
      const rows = await (
        await db()
      ).query<{ because: string; people: number }>(
        `SELECT parked_because AS because, count(DISTINCT recipient) AS people
           FROM notification_chain
          WHERE parked_until > $1 AND recipient IS NOT NULL GROUP BY 1`,
        [now()],
      );
      const of = (because: keyof NotTold) =>
        rows.find((row) => row.because === because)?.people ?? 0;
      return judgeNotTold({ notInstalled: of('notInstalled'), refused: of('refused') });
    },
  },
];
