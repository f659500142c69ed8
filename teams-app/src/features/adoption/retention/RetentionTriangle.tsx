import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { heardOnly } from '@last-mile/shared/ui';
import type { Cell, Report } from '../panel/report';
import { useSession } from '../../../app/session';
import { retentionTexts as texts } from './retentionTexts';

/** Something that scrolls must be reachable by keyboard to be scrolled. */
const scrolledByKeyboard = { role: 'region', tabIndex: 0 };
/** How strong the brand's colour gets for a share of 100 %, so that the figure on it stays readable. */
const strongest = 45;

/** The cohorts as a table that shades what it says: its own chart and its own twin. */
export function RetentionTriangle({ report }: { report: Report }) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <div className={styles.frame} aria-label={report.caption} {...scrolledByKeyboard}>
      <table className={styles.table}>
        <caption className={styles.heardOnly}>{report.caption}</caption>
        <thead>
          <tr>
            {report.columns.map(({ key, title }, index) => (
              <th
                key={key}
                scope="col"
                className={mergeClasses(styles.cell, styles.head, index === 0 && styles.start)}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map(({ key, cells: [start, first, ...later] }) => (
            <tr key={key}>
              <th scope="row" className={mergeClasses(styles.cell, styles.start)}>
                {start?.text}
              </th>
              <td className={styles.cell}>
                {first?.people === undefined ? (
                  <Unknown words={first?.text ?? ''} />
                ) : (
                  formats.number(first.people.of)
                )}
              </td>
              {later.map((cell, index) => (
                <Share key={index} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Share({ cell: { text, value, people } }: { cell: Cell }) {
  const styles = useStyles();
  if (text === '') return <td />;
  if (people === undefined || typeof value !== 'number') {
    return (
      <td className={styles.cell}>
        <Unknown words={text} />
      </td>
    );
  }
  const strength = (value * strongest).toFixed(0);
  const shade = `color-mix(in srgb, ${tokens.colorBrandBackground} ${strength}%, transparent)`;
  return (
    <td className={styles.cell} style={{ backgroundColor: shade }}>
      {text}
    </td>
  );
}

/** A cell is too narrow for the reason: it is read out, and stands in a tooltip. */
function Unknown({ words }: { words: string }) {
  const styles = useStyles();
  return (
    <span title={words}>
      <span aria-hidden>{texts.dash}</span>
      <span className={styles.heardOnly}>{words}</span>
    </span>
  );
}

const useStyles = makeStyles({
  frame: {
    position: 'relative',
    overflowX: 'auto',
    overflowY: 'auto',
    maxHeight: '420px',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    '@media print': { maxHeight: 'none' },
  },
  table: {
    borderCollapse: 'separate',
    borderSpacing: '2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    // Half a year of weeks beside each other, on a sheet of A4.
    '@media print': { fontSize: '7pt', borderSpacing: '1px' },
  },
  cell: {
    position: 'relative',
    minWidth: '36px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'end',
    fontWeight: tokens.fontWeightRegular,
    borderRadius: tokens.borderRadiusSmall,
    whiteSpace: 'nowrap',
    '@media print': { minWidth: 0, paddingInline: '1px' },
  },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  start: {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heardOnly,
});
