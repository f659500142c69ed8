import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { AuditEntry, AuditSubject } from '@last-mile/shared/operations';
import { auditTexts as texts } from './auditTexts';

export interface AuditSubjectNameProps {
  entry: Pick<AuditEntry, 'subject' | 'programmeKey'>;
  /** What people and things are called, by object id and key. */
  known: ReadonlyMap<string, string>;
  subjects: ReadonlyMap<string, AuditSubject>;
}

/** What an act was done to, and in which programme; its key only where somebody asks for it. */
export function AuditSubjectName({ entry, known, subjects }: AuditSubjectNameProps) {
  const styles = useStyles();
  const { subject, programmeKey } = entry;
  const name = known.get(subject);
  const programme =
    programmeKey === null || programmeKey === subject ? undefined : known.get(programmeKey);
  return (
    <>
      {name ?? <span className={styles.key}>{subject}</span>}
      {programme !== undefined && (
        <Caption1 className={styles.quiet}>{texts.inProgramme(programme)}</Caption1>
      )}
      {subjects.has(subject) && (
        <details className={styles.quiet}>
          <summary>
            <Caption1>{texts.key}</Caption1>
          </summary>
          <span className={styles.key}>{subject}</span>
        </details>
      )}
    </>
  );
}

const useStyles = makeStyles({
  key: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
