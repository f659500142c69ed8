import { bareLibraries } from './bareLibraries';
import { benchLine, type Bench, type BenchLine } from './benchLine';
import {
  builtChunks,
  builtEvents,
  builtFromText,
  closureOf,
  gzippedKiB,
  type Chunk,
} from './builtChunks';

const peerName = 'the same libraries bare';

/**
 * What is imported later than the first screen is usable. Anything else that is imported
 * dynamically counts until it is named here: a first screen cannot hide behind `import()`.
 */
const openedLater = {
  pane: [
    '/node_modules/dompurify/',
    '/outlook-addin/src/features/library/ItemPage.tsx',
    '/outlook-addin/src/features/library/AnswerPage.tsx',
    '/outlook-addin/src/features/feedback/FeedbackPage.tsx',
    '/outlook-addin/src/features/feedback/MyFeedbackPage.tsx',
    // Comes after the first screen; until then the plain search finds.
    '/outlook-addin/src/features/library/itemSearch.ts',
    '/shared/src/ui/AskSomeone.tsx',
    // Fetched only where Outlook has no nested app authentication.
    '/outlook-addin/src/app/dialogSignIn.ts',
    // Fetched only where Outlook speaks it.
    '/outlook-addin/src/app/german.ts',
    // Fetched only where Outlook looks like that.
    '/shared/src/ui/darkThemes.ts',
  ],
  tab: [
    '/node_modules/papaparse/',
    '/node_modules/hucre/',
    '/teams-app/src/features/adoption/DashboardDetail.tsx',
    '/teams-app/src/features/adoption/export/DashboardShareMenu.tsx',
    '/teams-app/src/features/adoption/export/PanelExportMenu.tsx',
    '/teams-app/src/app/figures/DefinitionPopover.tsx',
    '/teams-app/src/features/adoption/panel/PanelTable.tsx',
    '/teams-app/src/features/adoption/paragraphHeat/ParagraphHeatPanel.tsx',
    '/teams-app/src/features/adoption/peopleAndData/PeopleAndDataPage.tsx',
    '/teams-app/src/features/adoption/start/BeforeFigures.tsx',
    '/teams-app/src/features/adoption/weeks/WeeksChart.tsx',
    '/teams-app/src/app/FeedbackDialog.tsx',
    // Words stand there without it.
    '/shared/src/ui/NoticeBar.tsx',
    '/teams-app/src/features/library/copying/CopyPage.tsx',
    '/teams-app/src/features/library/exporting/ExportPage.tsx',
    '/teams-app/src/features/library/importing/ImportPage.tsx',
    '/teams-app/src/features/library/review/ReviewPage.tsx',
    '/teams-app/src/features/library/sessions/SessionsPage.tsx',
    '/teams-app/src/features/library/settings/SettingsPage.tsx',
    '/teams-app/src/features/library/variants/OwnPage.tsx',
    '/teams-app/src/features/library/writing/EditorPage.tsx',
    '/teams-app/src/features/library/LibraryDetail.tsx',
    // For who lands on the library.
    '/teams-app/src/features/library/libraryListQuery.ts',
    '/teams-app/src/features/library/LibraryPage.tsx',
    '/teams-app/src/app/programme/WithoutProgramme.tsx',
    '/teams-app/src/features/feedback/FeedbackPage.tsx',
    '/teams-app/src/features/feedback/cases/CasePages.tsx',
    '/teams-app/src/features/feedback/queue/QueuePage.tsx',
    '/teams-app/src/features/feedback/overview/OverviewPage.tsx',
    '/teams-app/src/features/feedback/suggestions/SuggestionsPage.tsx',
    '/teams-app/src/features/programme/calendar/CalendarPage.tsx',
    '/teams-app/src/app/programme/ProgrammeArea.tsx',
    '/shared/src/ui/AskSomeone.tsx',
    // Fetched only where Teams speaks it.
    '/teams-app/src/app/german.ts',
    // Fetched only where Teams looks like that.
    '/shared/src/ui/darkThemes.ts',
  ],
};
const signIn = '/node_modules/@azure/msal-browser/';

/** How much JavaScript the first screen of each app needs. */
export const sizes: Bench = {
  lines: ['pane.js', 'pane.js.first', 'tab.js', 'events.js'],
  async *run(wanted) {
    if (wanted.some((name) => name.startsWith('pane'))) {
      const chunks = await builtChunks('outlook-addin');
      const entry = pageEntry(chunks);
      // From a cached library the pane is usable before msal-browser is there.
      yield await sizeLine('pane.js', 'outlook-addin', chunks, entry, [
        ...openedLater.pane,
        signIn,
      ]);
      yield await sizeLine('pane.js.first', 'outlook-addin', chunks, entry, openedLater.pane);
    }
    if (wanted.includes('events.js')) {
      yield benchLine('events.js', gzippedKiB([await builtEvents()]), 'KiB gzip');
    }
    if (wanted.includes('tab.js')) {
      const chunks = await builtChunks('teams-app');
      yield await sizeLine('tab.js', 'teams-app', chunks, pageEntry(chunks), openedLater.tab);
    }
  },
};

async function sizeLine(
  name: string,
  app: string,
  chunks: readonly Chunk[],
  entry: Chunk,
  later: readonly string[],
): Promise<BenchLine> {
  const isLater = ({ moduleIds }: Chunk) =>
    moduleIds.some((id) => later.some((part) => id.includes(part)));
  const needed = closureOf(chunks, entry, isLater);
  const ours = needed
    .flatMap(({ moduleIds }) => moduleIds)
    .map((id) => id.replace(/\?.*$/, ''))
    .filter((id) => /\.tsx?$/.test(id) && !id.includes('/node_modules/'));
  const bare = await builtFromText(app, bareLibraries(ours, later));
  return benchLine(name, gzippedKiB(needed), 'KiB gzip', {
    name: peerName,
    value: gzippedKiB(bare),
  });
}

function pageEntry(chunks: readonly Chunk[]): Chunk {
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (entry === undefined) throw new Error('The build has no entry.');
  return entry;
}
