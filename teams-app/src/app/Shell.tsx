import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { Notice, SampleDataBadge } from '@last-mile/shared/ui';
import { useState, type ReactNode } from 'react';
import { appTexts } from './appTexts';
import { LazyFeedbackDialog } from './LazyFeedbackDialog';
import { goTo, type Route } from './routes';
import { useSession } from './session';
import { useOnline } from './useOnline';
import { WaitingNotice } from './WaitingNotice';

/** Where pages are shown; focus goes here when what had it is gone. */
export const pageId = 'page';

type PageTab = 'dashboard' | 'library' | 'feedback' | 'programme';

export interface ShellProps {
  route: Route;
  children: ReactNode;
}

/** What stays while pages change: the list of pages, what waits to be sent, and a place to suggest. */
export function Shell({ route, children }: ShellProps) {
  const styles = useStyles();
  const { me, may } = useSession();
  const [suggesting, setSuggesting] = useState(false);
  const online = useOnline();
  const current = tabOf(route);
  return (
    <div className={styles.root}>
      <header aria-label={appTexts.product} className={styles.header}>
        <TabList
          selectedValue={current}
          onTabSelect={(_, { value }) => {
            const page = value as PageTab;
            goTo({ page: page === 'programme' ? 'programmeWeek' : page });
          }}
          aria-label={appTexts.pages}
          className={styles.pages}
        >
          {may.seeDashboard && (
            <Tab value="dashboard" id="tab-dashboard" aria-controls={pageId}>
              {appTexts.dashboard}
            </Tab>
          )}
          <Tab value="library" id="tab-library" aria-controls={pageId}>
            {appTexts.library}
          </Tab>
          <Tab value="feedback" id="tab-feedback" aria-controls={pageId}>
            {appTexts.feedback}
          </Tab>
          <Tab value="programme" id="tab-programme" aria-controls={pageId}>
            {appTexts.programme}
          </Tab>
        </TabList>
        <div className={styles.aside}>
          <WaitingNotice />
          {me.sampleData && <SampleDataBadge />}
          <Button
            icon={<LightbulbRegular />}
            onClick={() => {
              setSuggesting(true);
            }}
          >
            {appTexts.suggest}
          </Button>
        </div>
      </header>
      {!online && (
        <Notice intent="warning" className={styles.offline}>
          {appTexts.offline}
        </Notice>
      )}
      <main aria-label={appTexts.product}>
        <div
          id={pageId}
          role="tabpanel"
          tabIndex={-1}
          aria-labelledby={`tab-${current}`}
          className={styles.page}
        >
          {children}
        </div>
      </main>
      {suggesting && (
        <LazyFeedbackDialog
          kind="suggestion"
          about={{ type: 'tool' }}
          aboutLabel={appTexts.wayOfWorking}
          onClose={() => {
            setSuggesting(false);
          }}
        />
      )}
    </div>
  );
}

const ofFeedback: readonly Route['page'][] = [
  'feedback',
  'feedbackQueue',
  'feedbackOverview',
  'suggestions',
  'cases',
  'newCase',
  'assistantChanges',
  'workingCalendar',
];

function tabOf({ page }: Route): PageTab {
  if (page === 'dashboard' || page === 'peopleAndData') return 'dashboard';
  if (ofFeedback.includes(page)) return 'feedback';
  return /^(case|library|newCase)/.test(page) ? 'library' : 'programme';
}

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    maxWidth: '1440px',
    marginInline: 'auto',
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBottom: tokens.spacingVerticalXXXL,
    '@media (max-width: 640px)': { paddingInline: tokens.spacingHorizontalM },
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    '@media (max-width: 640px)': { marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
    '@media print': { display: 'none' },
  },
  pages: { flexWrap: 'wrap', maxWidth: '100%' },
  aside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginInline: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': {
      flexGrow: 1,
      marginInline: tokens.spacingHorizontalS,
    },
  },
  offline: { marginBottom: tokens.spacingVerticalM },
  page: { paddingTop: tokens.spacingVerticalM, outlineStyle: 'none' },
});
