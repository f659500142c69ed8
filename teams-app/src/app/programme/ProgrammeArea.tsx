import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { goTo, type FixedPage, type Route } from '../routes';
import { useSession, type Session } from '../session';
import { programmeAreaTexts as texts } from './programmeAreaTexts';
import {
  auditTrail,
  checkpointPage,
  checkpointsPage,
  coachingPage,
  contactPage,
  deliveries,
  effortPage,
  pastPage,
  planPage,
  startPage,
  endingPage,
  noticePage,
  ownData,
  ownerPage,
  peopleData,
  weekPage,
  practicePage,
  sessionEditPage,
  sessionPage,
  workflowPage,
  workflowsPage,
} from './programmePages';

export interface ProgrammeAreaProps {
  route: Extract<
    Route,
    {
      page:
        | `programme${string}`
        | `practice${string}`
        | `checkpoint${string}`
        | `workflow${string}`
        | 'coaching'
        | 'me'
        | 'peopleData'
        | 'auditTrail'
        | 'deliveries';
    }
  >;
}

/** The pages of the programme, and the way from one to the next. */
export function ProgrammeArea({ route }: ProgrammeAreaProps) {
  const { api, me, formats } = useSession();
  switch (route.page) {
    case 'practice':
      return (
        <AmongPages current="practice">
          <practicePage.Page />
        </AmongPages>
      );
    case 'practiceSession':
      return <sessionPage.Page clientKey={route.clientKey} />;
    case 'practiceEdit':
      return <sessionEditPage.Page clientKey={route.clientKey} />;
    case 'checkpoint':
      return <checkpointPage.Page day={route.day} />;
    case 'checkpoints':
      return (
        <AmongPages current="checkpoints">
          <checkpointsPage.Page />
        </AmongPages>
      );
    case 'coaching':
      return (
        <AmongPages current="coaching">
          <coachingPage.Page />
        </AmongPages>
      );
    case 'me':
      return (
        <>
          <contactPage.Page />
          <ownData.Page {...{ api, me, formats }} />
        </>
      );
    case 'peopleData':
      return <peopleData.Page {...{ api, me, formats }} />;
    case 'auditTrail':
      return <auditTrail.Page {...{ api, me, formats }} />;
    case 'deliveries':
      return <deliveries.Page {...{ api, me, formats }} />;
    case 'programmeWeek':
      return (
        <AmongPages current="programmeWeek">
          <weekPage.Page />
        </AmongPages>
      );
    case 'programmeEnding':
      return <endingPage.Page />;
    case 'programmeNotice':
      return <noticePage.Page />;
    case 'programmeOwner':
      return <ownerPage.Page />;
    case 'programmeEffort':
      return <effortPage.Page {...(route.week === undefined ? {} : { week: route.week })} />;
    case 'programmeStart':
      return <startPage.Page />;
    case 'programmePlan':
      return (
        <AmongPages current="programmePlan">
          <planPage.Page />
        </AmongPages>
      );
    case 'programmePast':
      return (
        <AmongPages current="programmePast">
          <pastPage.Page />
        </AmongPages>
      );
    case 'workflow':
      return <workflowPage.Page clientKey={route.clientKey} />;
    default:
      return (
        <AmongPages current="workflows">
          <workflowsPage.Page />
        </AmongPages>
      );
  }
}

/** The pages that stand beside each other, in the order in which they are met. */
const listed = [
  'programmeWeek',
  'programmePlan',
  'workflows',
  'practice',
  'coaching',
  'checkpoints',
  'programmePast',
] as const satisfies readonly FixedPage[];
type ListedPage = (typeof listed)[number];

/** Which of them a person has. */
function pagesFor(may: Session['may']): readonly ListedPage[] {
  const forChampions: readonly ListedPage[] = ['programmeWeek', 'coaching'];
  const forLeadersToo: readonly ListedPage[] = ['programmePlan', 'checkpoints', 'programmePast'];
  return listed.filter(
    (page) =>
      (may.champion || !forChampions.includes(page)) &&
      (may.seeDashboard || !forLeadersToo.includes(page)),
  );
}

function AmongPages({ current, children }: { current: ListedPage; children: ReactNode }) {
  const styles = useStyles();
  const { may } = useSession();
  return (
    <div className={styles.root}>
      <TabList
        size="small"
        className={styles.pages}
        aria-label={texts.pages}
        selectedValue={current}
        onTabSelect={(_, { value }) => {
          goTo({ page: value as ListedPage });
        }}
      >
        {pagesFor(may).map((page) => (
          <Tab key={page} value={page} id={`programme-${page}`} aria-controls="programme-page">
            {texts[page]}
          </Tab>
        ))}
      </TabList>
      <div id="programme-page" role="tabpanel" aria-labelledby={`programme-${current}`}>
        {children}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  pages: { flexWrap: 'wrap', marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
});
