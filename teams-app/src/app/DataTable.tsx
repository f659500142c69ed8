import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { heardOnly } from '@last-mile/shared/ui';
import type { ReactNode } from 'react';

export interface DataTableProps {
  /** What the table shows, read out before it. */
  caption: string;
  /** Leaves the caption to screen readers, where a heading says the same. @default false */
  captionHidden?: boolean;
  /** Keeps a long table to the height of a chart; the rest scrolls under its header. @default false */
  short?: boolean;
  columns: readonly { key: string; title: ReactNode; numeric?: boolean }[];
  /** Cells in the order of the columns; the first names its row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** Something that scrolls must be reachable by keyboard to be scrolled. */
const scrolledByKeyboard = { role: 'region', tabIndex: 0 };

/** A plain table that scrolls sideways where it does not fit, by keyboard too. */
export function DataTable({
  caption,
  captionHidden = false,
  short = false,
  columns,
  rows,
}: DataTableProps) {
  const styles = useStyles();
  return (
    <div
      className={mergeClasses(styles.frame, short && styles.short)}
      aria-label={caption}
      {...scrolledByKeyboard}
    >
      <table className={styles.table}>
        <caption className={captionHidden ? styles.heardOnly : styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, numeric }) => (
              <th
                key={key}
                scope="col"
                className={mergeClasses(styles.cell, styles.head, numeric && styles.numeric)}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={styles.row}>
              {row.cells.map((cell, index) => {
                const numeric = columns[index]?.numeric === true;
                const className = mergeClasses(styles.cell, numeric && styles.numeric);
                return index === 0 ? (
                  <th key={index} scope="row" className={mergeClasses(className, styles.rowHead)}>
                    {cell}
                  </th>
                ) : (
                  <td key={index} className={className}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const useStyles = makeStyles({
  frame: {
    position: 'relative',
    overflowX: 'auto',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
  },
  short: {
    maxHeight: '296px',
    overflowY: 'auto',
    '& thead th': {
      position: 'sticky',
      top: 0,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  caption: {
    captionSide: 'top',
    textAlign: 'start',
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  heardOnly,
  head: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    verticalAlign: 'bottom',
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    paddingInlineStart: 0,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  rowHead: { fontWeight: tokens.fontWeightSemibold },
  numeric: {
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});
