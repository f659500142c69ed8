import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import type { ImportIssue, ImportRow } from '@last-mile/shared/library';
import { exchangeFields, type ExchangeField } from '@last-mile/shared/library-exchange';
import { issueInWords } from '@last-mile/shared/ui';
import { DataTable } from '../../../app/DataTable';
import { libraryTexts } from '../libraryTexts';
import { importTexts as texts } from './importTexts';

const alwaysShown: readonly ExchangeField[] = ['title', 'body', 'purpose', 'author', 'sourceUrl'];
const rowsShown = 10;
const issuesShown = 200;

/** The first rows as they will arrive. */
export function ImportRowsTable({ rows }: { rows: readonly ImportRow[] }) {
  const styles = useStyles();
  const shown = rows.slice(0, rowsShown);
  const fields = exchangeFields.filter(
    (field) => alwaysShown.includes(field) || shown.some((row) => row[field] !== undefined),
  );
  return (
    <DataTable
      caption={texts.previewCaption(shown.length, rows.length)}
      columns={[
        { key: 'row', title: texts.row, numeric: true },
        ...fields.map((field) => ({ key: field, title: texts.fields[field] })),
      ]}
      rows={shown.map((row) => ({
        key: String(row.row),
        cells: [
          <Caption1Strong key="row">{row.row}</Caption1Strong>,
          ...fields.map((field) => (
            <Caption1 key={field} block className={styles.cell}>
              {field === 'kind' ? libraryTexts.kinds[row.kind] : shownText(row[field])}
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
      rows={shown.map((issue, index) => ({
        key: String(index),
        cells: [issue.row, fieldName(issue.field), issueInWords(issue)],
      }))}
    />
  );
}

function fieldName(field: string) {
  // A place inside a field (`tags.0`) is named by the field.
  const known = exchangeFields.find((candidate) => candidate === field.split('.')[0]);
  return known === undefined ? texts.wholeRow : texts.fields[known];
}

function shownText(value: ImportRow[ExchangeField]): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return value.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('\n');
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
