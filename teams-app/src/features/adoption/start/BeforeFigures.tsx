import { Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { DataTable } from '../../../app/DataTable';
import { bullets } from '../../../app/panel';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { usePanelStyles } from '../panel/Panel';
import { measuringDates, standBeforeFigures } from './measuringDates';
import { startTexts as texts } from './startTexts';

/** Answers "There is no figure yet: what do I do now, and what will be known when?" */
export function BeforeFigures({ answer }: { answer: DashboardResponse }) {
  const panel = usePanelStyles();
  const styles = useStyles();
  const { programme, formats, may } = useSession();
  const stand = standBeforeFigures(programme, new Date(answer.asOf));
  const dates = measuringDates(programme);
  const known = [
    {
      when: texts.now,
      what: stand === 'notStarted' ? texts.baseline : texts.counting,
    },
    { when: formats.day(dates.firstRateOn), what: texts.firstRate },
    { when: formats.day(dates.firstClosedOn), what: texts.firstClosed },
    { when: formats.day(dates.flowOn), what: texts.flow },
    { when: formats.day(dates.fourWeeksOn), what: texts.fourWeeks },
    { when: formats.day(dates.twelveWeeksOn), what: texts.twelveWeeks },
  ];
  return (
    <section aria-label={texts.titles[stand]} className={panel.root}>
      <div className={panel.head}>
        <Subtitle2 as="h2">{texts.titles[stand]}</Subtitle2>
      </div>
      <Text>{texts.meanings[stand](formats.day(programme.startsOn))}</Text>
      <Subtitle2 as="h3" className={styles.part}>
        {texts.doTitle}
      </Subtitle2>
      {may.champion ? <ToDo answer={answer} /> : <Text>{texts.leader}</Text>}
      <Subtitle2 as="h3" className={styles.part}>
        {texts.knownTitle}
      </Subtitle2>
      <DataTable
        caption={texts.knownTitle}
        captionHidden
        columns={[
          { key: 'when', title: texts.columnWhen },
          { key: 'what', title: texts.columnWhat },
        ]}
        rows={known.map(({ when, what }) => ({
          key: what,
          cells: [
            <span key="when" className={styles.day}>
              {when}
            </span>,
            what,
          ],
        }))}
      />
    </section>
  );
}

function ToDo({ answer: { library } }: { answer: DashboardResponse }) {
  const styles = useStyles();
  const missing = library.tasks - library.tasksWithItem;
  return (
    <ol className={styles.list}>
      {library.tasks === 0 && <li>{texts.doMapTasks}</li>}
      {library.published === 0 ? (
        <li>
          <Link href={toHref({ page: 'libraryImport' })}>{texts.doPublish}</Link>
        </li>
      ) : (
        missing > 0 && (
          <li>
            <Link href={toHref({ page: 'library' })}>{texts.doTasks(missing)}</Link>
          </li>
        )
      )}
      <li>{texts.doPeople}</li>
      <li>{texts.doTell}</li>
    </ol>
  );
}

const useStyles = makeStyles({
  day: { whiteSpace: 'nowrap' },
  part: { marginTop: tokens.spacingVerticalM },
  list: bullets,
});
