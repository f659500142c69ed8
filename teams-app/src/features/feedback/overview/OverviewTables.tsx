import { Badge, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FeedbackOverview } from '@last-mile/shared/feedback';
import { DataTable, type DataTableProps } from '../../../app/DataTable';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { feedbackTexts } from '../feedbackTexts';
import { twoLines } from '../twoLines';
import { OverviewSection, type OverviewSectionProps } from './OverviewSection';
import { overviewTexts as texts } from './overviewTexts';

type TableSectionProps = Omit<OverviewSectionProps, 'children'> &
  Pick<DataTableProps, 'columns' | 'rows'> & {
    /** Said where there are no rows. */
    none: string;
  };

/** One question that a table answers. */
function TableSection({ none, columns, rows, ...section }: TableSectionProps) {
  return (
    <OverviewSection {...section}>
      {rows.length === 0 ? (
        <Text>{none}</Text>
      ) : (
        <DataTable caption={section.title} captionHidden short columns={columns} rows={rows} />
      )}
    </OverviewSection>
  );
}

/** What waits too long? */
export function OverdueTable({ overdue }: Pick<FeedbackOverview, 'overdue'>) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <TableSection
      title={texts.overdueTitle}
      definition={texts.overdueDefinition}
      none={texts.overdueNone}
      aside={<Link href={toHref({ page: 'feedbackQueue' })}>{texts.openQueue}</Link>}
      columns={[
        { key: 'words', title: texts.columnWords },
        { key: 'due', title: texts.columnDue },
        { key: 'late', title: texts.columnLate, numeric: true },
      ]}
      rows={overdue.map(({ clientKey, text, reachedClient, dueOn, daysLate }) => ({
        key: clientKey,
        cells: [
          <>
            <Link
              inline
              href={toHref({ page: 'feedbackQueue', clientKey })}
              className={styles.words}
            >
              {text}
            </Link>{' '}
            {reachedClient && <Badge color="danger">{texts.reachedClient}</Badge>}
          </>,
          formats.day(dueOn),
          formats.number(daysLate),
        ],
      }))}
    />
  );
}

/** Which library items draw flags? */
export function FlagRatesTable({ flagRates }: Pick<FeedbackOverview, 'flagRates'>) {
  const { formats } = useSession();
  return (
    <TableSection
      title={texts.ratesTitle}
      definition={texts.ratesDefinition}
      none={texts.ratesNone}
      columns={[
        { key: 'item', title: texts.columnItem },
        { key: 'flags', title: texts.columnFlags, numeric: true },
        { key: 'uses', title: texts.columnUses, numeric: true },
        { key: 'rate', title: texts.columnRate, numeric: true },
      ]}
      rows={flagRates.map(({ itemKey, title, flags, per100 }) => ({
        key: itemKey,
        cells: [
          <ItemLink key={itemKey} itemKey={itemKey} title={title} />,
          formats.number(flags),
          per100.state === 'known' ? formats.number(per100.n) : '',
          per100.state === 'known' ? formats.decimal(per100.value) : texts.notEnoughData,
        ],
      }))}
    />
  );
}

/** What goes wrong again and again? */
export function CausesTable({ causes }: Pick<FeedbackOverview, 'causes'>) {
  const { formats } = useSession();
  return (
    <TableSection
      title={texts.causesTitle}
      definition={texts.causesDefinition}
      none={texts.causesNone}
      columns={[
        { key: 'about', title: texts.columnCause },
        { key: 'reason', title: texts.columnReason },
        { key: 'times', title: texts.columnTimes, numeric: true },
        { key: 'open', title: texts.columnOpen, numeric: true },
      ]}
      rows={causes.map((cause) => ({
        key: JSON.stringify([cause.reason, cause.about]),
        cells: [
          <Subject key="about" {...cause} />,
          feedbackTexts.reasons[cause.reason],
          formats.number(cause.times),
          formats.number(cause.open),
        ],
      }))}
    />
  );
}

function Subject({ about, title }: FeedbackOverview['causes'][number]) {
  switch (about.type) {
    case 'libraryItem':
      return <ItemLink itemKey={about.itemKey} title={title} />;
    case 'workflow':
      return title ?? texts.goneTask;
    default:
      return feedbackTexts.subjects[about.type];
  }
}

function ItemLink({ itemKey, title }: { itemKey: string; title: string | null }) {
  if (title === null) return texts.gone;
  return (
    <Link inline href={toHref({ page: 'libraryItem', clientKey: itemKey })}>
      {title}
    </Link>
  );
}

const useStyles = makeStyles({
  words: { ...twoLines, minWidth: '16ch', fontWeight: tokens.fontWeightRegular },
});
