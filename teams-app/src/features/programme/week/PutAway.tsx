import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { WorkLine, WorkMark, WorkPutAway } from '@last-mile/shared/programme';
import { useSession } from '../../../app/session';
import { lineWords } from './lineWords';
import { weekTexts as texts } from './weekTexts';

export interface PutAwayProps {
  lines: readonly WorkPutAway[];
  onTakeBack: (line: WorkLine, mark: WorkMark['mark']) => void;
}

/** What is still so but was marked, folded away, to be taken back. */
export function PutAway({ lines, onTakeBack }: PutAwayProps) {
  const styles = useStyles();
  const { programme, formats } = useSession();
  if (lines.length === 0) return null;
  return (
    <Accordion collapsible>
      <AccordionItem value="putAway">
        <AccordionHeader>{texts.putAway(lines.length)}</AccordionHeader>
        <AccordionPanel>
          <ul className={styles.lines}>
            {lines.map(({ key, cause, mark }) => {
              const { what, why } = lineWords(cause, programme, formats);
              return (
                <li key={key} className={styles.line}>
                  <div className={styles.words}>
                    <Text>{what}</Text>
                    <Caption1 className={styles.quiet}>
                      {why} · {saidOf(mark, formats.day)}
                    </Caption1>
                  </div>
                  <Button
                    size="small"
                    aria-label={texts.takeBackOf(what)}
                    onClick={() => {
                      onTakeBack({ key, cause }, { as: 'open' });
                    }}
                  >
                    {texts.takeBack}
                  </Button>
                </li>
              );
            })}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function saidOf(mark: WorkMark['mark'], day: (day: string) => string): string {
  switch (mark.as) {
    case 'done':
      return texts.saidDone;
    case 'snoozed':
      return texts.saidSnoozed(day(mark.until));
    default:
      return texts.saidNotRelevant;
  }
}

const useStyles = makeStyles({
  lines: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
