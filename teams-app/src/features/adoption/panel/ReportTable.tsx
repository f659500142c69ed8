import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DataTable } from '../../../app/DataTable';
import { useSession } from '../../../app/session';
import { figureTexts as texts } from '../../../app/figures/figureTexts';
import type { Cell, Report } from './report';

export interface ReportTableProps {
  report: Report;
  /** Leaves the caption to screen readers. @default false */
  captionHidden?: boolean;
  /** Keeps a long table to the height of a chart. @default false */
  short?: boolean;
}

/** A panel's figures as a table: the same that its chart draws and its exports hold. */
export function ReportTable({ report, captionHidden = false, short = false }: ReportTableProps) {
  return (
    <DataTable
      caption={report.caption}
      captionHidden={captionHidden}
      short={short}
      columns={report.columns.map(({ key, title, numeric = false, share = false }) => ({
        key,
        title,
        numeric: numeric || share,
      }))}
      rows={report.rows.map(({ key, cells }) => ({
        key,
        cells: cells.map((cell, index) => <Shown key={index} cell={cell} />),
      }))}
    />
  );
}

function Shown({ cell: { text, people } }: { cell: Cell }) {
  const styles = useStyles();
  const { formats } = useSession();
  if (people === undefined) return text;
  return (
    <>
      {text}{' '}
      <Caption1 className={styles.people}>
        {texts.nOf(formats.number(people.n), formats.number(people.of))}
      </Caption1>
    </>
  );
}

const useStyles = makeStyles({ people: { color: tokens.colorNeutralForeground2 } });
