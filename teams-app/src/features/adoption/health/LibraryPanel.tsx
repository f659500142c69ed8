import { Link, Text } from '@fluentui/react-components';
import { toHref } from '../../../app/routes';
import { Facts } from '../../../app/figures/Facts';
import { Panel } from '../panel/Panel';
import { figureTexts } from '../../../app/figures/figureTexts';
import type { Shown } from '../panel/shown';
import { useOffPaper } from '../../../app/useOffPaper';
import { libraryReport } from './healthReports';
import { healthTexts as texts } from '../../../app/figures/healthTexts';

/** Answers "Is the library alive, and does it serve the tasks we mapped?" */
export function LibraryPanel({ shown }: { shown: Shown }) {
  const offPaper = useOffPaper();
  const { library } = shown.range;
  const { number } = shown.formats;
  return (
    <Panel
      name="library"
      title={texts.libraryTitle}
      definition={texts.libraryDefinition}
      shown={shown}
      aside={
        <Link href={toHref({ page: 'library' })} className={offPaper}>
          {texts.libraryLink}
        </Link>
      }
    >
      <Text>{libraryReport(shown).summary}</Text>
      <Facts
        facts={[
          { name: texts.published, value: number(library.published) },
          {
            name: texts.tasksCovered,
            value: figureTexts.nOf(number(library.tasksWithItem), number(library.tasks)),
          },
          { name: texts.drafts, value: number(library.drafts) },
          {
            name: texts.pastReview,
            value: number(library.pastReview),
            attention: library.pastReview > 0,
          },
          {
            name: texts.proposals,
            value: number(library.proposals),
            attention: library.proposals > 0,
          },
          { name: texts.neverUsed, value: number(library.neverUsed) },
        ]}
      />
    </Panel>
  );
}
