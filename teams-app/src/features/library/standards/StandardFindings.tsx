import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Finding, StandardId } from '@last-mile/shared/library';
import { standardTexts as texts } from './standardTexts';

export interface StandardFindingsProps {
  findings: readonly Finding[];
  /** The standards that are marked as required. */
  required?: readonly StandardId[] | undefined;
}

/** What a text lacks, one sentence each that says what to do about it; or that it lacks nothing. */
export function StandardFindings({ findings, required = [] }: StandardFindingsProps) {
  const styles = useStyles();
  if (findings.length === 0) return <Text className={styles.met}>{texts.met}</Text>;
  return (
    <>
      <Text weight="semibold" block>
        {texts.missing}
      </Text>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li key={`${finding.reason} ${finding.field} ${finding.about ?? ''}`}>
            <Text>{texts.sentence(finding)}</Text>{' '}
            {required.includes(finding.standard) && (
              <Badge appearance="tint" color="warning">
                {texts.requiredHere}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const useStyles = makeStyles({
  met: { color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
});
