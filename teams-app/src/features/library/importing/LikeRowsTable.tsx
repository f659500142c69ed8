import {
  Button,
  Checkbox,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ImportRow, LikeItem } from '@last-mile/shared/library';
import { DataTable } from '../../../app/DataTable';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { importTexts as texts } from './importTexts';

export interface LikeRowsTableProps {
  rows: readonly ImportRow[];
  alike: readonly LikeItem[];
  /** Numbers of the rows that are not to be imported. */
  leftOut: ReadonlySet<number>;
  onLeaveOut: (rows: ReadonlySet<number>) => void;
}

const rowsShown = 200;

/** Rows that say nearly what the library has already, each beside the item; the person decides. */
export function LikeRowsTable({ rows, alike, leftOut, onLeaveOut }: LikeRowsTableProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const titles = new Map(rows.map(({ row, title }) => [row, title]));
  const all = alike.every(({ row }) => leftOut.has(row));
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{texts.likeTitle(alike.length)}</MessageBarTitle> {texts.likeHint}
        </MessageBarBody>
        <MessageBarActions>
          <Button
            onClick={() => {
              onLeaveOut(new Set(all ? [] : alike.map(({ row }) => row)));
            }}
          >
            {all ? texts.takeAll : texts.leaveAllOut}
          </Button>
        </MessageBarActions>
      </MessageBar>
      <DataTable
        caption={texts.likeCaption(Math.min(rowsShown, alike.length), alike.length)}
        columns={[
          { key: 'row', title: texts.row, numeric: true },
          { key: 'title', title: texts.inFile },
          { key: 'item', title: texts.inLibrary },
          { key: 'likeness', title: texts.likeness, numeric: true },
          { key: 'take', title: texts.take },
        ]}
        rows={alike.slice(0, rowsShown).map(({ row, clientKey, title, likeness }) => ({
          key: String(row),
          cells: [
            row,
            <span key="title" className={styles.cell}>
              {titles.get(row)}
            </span>,
            <Link
              key="item"
              inline
              className={styles.cell}
              href={toHref({ page: 'libraryItem', clientKey })}
            >
              {title}
            </Link>,
            formats.percent(likeness),
            <Checkbox
              key="take"
              aria-label={texts.takeRow(row)}
              checked={!leftOut.has(row)}
              onChange={(_, { checked }) => {
                const others = [...leftOut].filter((other) => other !== row);
                onLeaveOut(new Set(checked === true ? others : [...others, row]));
              }}
            />,
          ],
        }))}
      />
    </>
  );
}

const useStyles = makeStyles({
  cell: { display: 'inline-block', maxWidth: '260px', overflowWrap: 'anywhere' },
});
