import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AuditAction, AuditResponse, AuditSubject } from '@last-mile/shared/operations';
import { DataTable } from '../../../app/DataTable';
import type { OperationsPageProps } from '../operationsPage';
import { AuditSubjectName } from './AuditSubjectName';
import { auditTexts as texts } from './auditTexts';
import { detailsInWords } from './detailsInWords';

export interface AuditEntriesProps extends Pick<OperationsPageProps, 'formats'> {
  pages: readonly AuditResponse[];
}

const columns = [
  { key: 'at', title: texts.at },
  { key: 'who', title: texts.who },
  { key: 'what', title: texts.what },
  { key: 'to', title: texts.to },
];

/** The entries of a period, the newest first. */
export function AuditEntries({ pages, formats }: AuditEntriesProps) {
  const styles = useStyles();
  const entries = pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <Text role="status">{texts.nothing}</Text>;
  const names = new Map(pages.flatMap((page) => Object.entries(page.names)));
  const subjects = new Map(pages.flatMap((page) => Object.entries(page.subjects)));
  const known = new Map([...names, ...titlesOf(subjects)]);
  return (
    <DataTable
      caption={texts.title}
      captionHidden
      columns={columns}
      rows={entries.map((entry, index) => ({
        key: String(entries.length - index),
        cells: [
          <span key="at" className={styles.moment}>
            {formats.moment(entry.at)}
          </span>,
          nameOf(entry.actorId, names),
          inWords(entry.action),
          <div key="to" className={styles.to}>
            <AuditSubjectName entry={entry} known={known} subjects={subjects} />
            <Caption1 className={styles.details}>
              {detailsInWords(entry, { formats, names: known, texts })}
            </Caption1>
          </div>,
        ],
      }))}
    />
  );
}

const nameOf = (id: string, names: ReadonlyMap<string, string>) =>
  names.get(id) ?? (id in texts.nobody ? texts.nobody[id as keyof typeof texts.nobody] : id);

/** What to call each thing: its title, or in words why it has none. */
const titlesOf = (subjects: ReadonlyMap<string, AuditSubject>): [string, string][] =>
  [...subjects].map(([key, { state, title }]) => [
    key,
    title ?? (state === 'gone' ? texts.gone : texts.closed),
  ]);

/** A newer API may know acts that this page has no words for. */
const inWords = (action: string) =>
  action in texts.actions ? texts.actions[action as AuditAction] : action;

const useStyles = makeStyles({
  moment: { whiteSpace: 'nowrap' },
  to: { display: 'flex', flexDirection: 'column' },
  details: { color: tokens.colorNeutralForeground2 },
});
