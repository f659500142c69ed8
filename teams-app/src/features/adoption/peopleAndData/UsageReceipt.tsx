import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { UsageUploadReceipt } from '@last-mile/shared/adoption';
import { DataTable } from '../../../app/DataTable';
import { useSession } from '../../../app/session';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';

export interface UsageReceiptProps {
  name: string;
  receipt: UsageUploadReceipt;
}

/** What was counted of a file, and which of its rows were not. */
export function UsageReceipt({ name, receipt }: UsageReceiptProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { reportedOn, refused, refusedRows } = receipt;
  const counted = [
    texts.accepted(receipt.accepted),
    ...(receipt.known > 0 ? [texts.known(receipt.known)] : []),
    ...(receipt.withoutUse > 0 ? [texts.withoutUse(receipt.withoutUse)] : []),
    ...(receipt.unknownPeople > 0 ? [texts.strangers(receipt.unknownPeople)] : []),
  ];
  return (
    <div className={styles.root}>
      <MessageBar
        intent={receipt.accepted + receipt.known > 0 ? 'success' : 'warning'}
        layout="multiline"
      >
        <MessageBarBody>
          <MessageBarTitle>{texts.taken(name)}</MessageBarTitle>{' '}
          {reportedOn === null ? texts.days : texts.report(formats.day(reportedOn))}{' '}
          {`${counted.join('; ')}.`}
        </MessageBarBody>
      </MessageBar>
      {refused.length > 0 && (
        <DataTable
          short
          caption={
            refused.length === refusedRows
              ? texts.refused(refusedRows)
              : texts.refusedSome(refused.length, formats.number(refusedRows))
          }
          columns={[
            { key: 'row', title: texts.row, numeric: true },
            { key: 'reason', title: texts.reason },
          ]}
          rows={refused.map(({ row, reason }) => ({
            key: String(row),
            cells: [row, texts.reasons[reason]],
          }))}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
