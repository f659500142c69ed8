import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import {
  comparable,
  type JobFamiliesResponse,
  type NamedPeople,
} from '@last-mile/shared/programme';
import type { MappingConflict, MappingPart } from './mappingDraft';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';

export interface MappingConflictsProps {
  saved: JobFamiliesResponse;
  conflicts: readonly MappingConflict[];
  onChoose: (part: MappingPart, row: NamedPeople, family: string | null) => void;
}

/** Both versions of what two people changed at once; one of them is chosen before anything is saved. */
export function MappingConflicts({ saved, conflicts, onChoose }: MappingConflictsProps) {
  const styles = useStyles();
  if (conflicts.length === 0) return null;
  const familyName = (id: string | null) =>
    saved.jobFamilies.find((family) => family.id === id)?.name ?? texts.noFamily;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{texts.conflictTitle}</MessageBarTitle>
        {conflicts.map(({ part, name, mine, theirs }) => {
          const row = saved[part].find((one) => comparable(one.name) === comparable(name)) ?? {
            ...{ name, jobFamily: null, people: null },
          };
          return (
            <div key={`${part} ${name}`} className={styles.conflict}>
              <span>{texts.conflict(name, familyName(theirs), familyName(mine))}</span>
              <Button
                size="small"
                onClick={() => {
                  onChoose(part, row, theirs);
                }}
              >
                {texts.takeTheirs(name)}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  onChoose(part, row, mine);
                }}
              >
                {texts.keepMine(name)}
              </Button>
            </div>
          );
        })}
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  conflict: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
  },
});
