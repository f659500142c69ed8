import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { importFields, type ImportIssue, type ImportRow } from '@last-mile/shared/library';
import { DataTable } from '../../app/DataTable';
import { importTexts as texts } from './importTexts';

const rowsShown = 10;
const issuesShown = 200;

/** The first rows as they will arrive. */
export function ImportRowsTable({ rows }: { rows: readonly ImportRow[] }) {
  const styles = useStyles();
  const shown = rows.slice(0, rowsShown);
  return (
    <DataTable
      caption={texts.previewCaption(shown.length, rows.length)}
      columns={[
        { key: 'row', title: texts.row, numeric: true },
        ...importFields.map((field) => ({ key: field, title: texts.fields[field] })),
      ]}
      rows={shown.map((row) => ({
        key: String(row.row),
        cells: [
          <Caption1Strong key="row">{row.row}</Caption1Strong>,
          ...importFields.map((field) => (
            <Caption1 key={field} block className={styles.cell}>
              {row[field]}
            </Caption1>
          )),
        ],
      }))}
    />
  );
}

/** Rows that cannot be imported, each with its number, column and reason. */
export function RefusedRowsTable({ issues }: { issues: readonly ImportIssue[] }) {
  const shown = issues.slice(0, issuesShown);
  return (
    <DataTable
      caption={texts.refusedTitle(new Set(issues.map(({ row }) => row)).size)}
      columns={[
        { key: 'row', title: texts.row, numeric: true },
        { key: 'field', title: texts.field },
        { key: 'reason', title: texts.reason },
      ]}
      rows={shown.map(({ row, field, message }, index) => ({
        key: String(index),
        cells: [row, fieldName(field), message],
      }))}
    />
  );
}

function fieldName(field: string) {
  const known = importFields.find((candidate) => candidate === field);
  return known === undefined ? texts.wholeRow : texts.fields[known];
}

const useStyles = makeStyles({
  cell: {
    minWidth: '120px',
    maxWidth: '320px',
    maxHeight: `calc(3 * ${tokens.lineHeightBase200})`,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    color: tokens.colorNeutralForeground1,
  },
});
