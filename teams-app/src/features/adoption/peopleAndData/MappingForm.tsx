import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JobFamiliesResponse } from '@last-mile/shared/programme';
import { failureInWords } from '@last-mile/shared/ui';
import { FailureNotice } from '../../../app/FailureNotice';
import { conflictsOf, mappingParts, unsavedCount } from './mappingDraft';
import { MappingConflicts } from './MappingConflicts';
import { MappingTable } from './MappingTable';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';
import { useMapping } from './useMapping';

/** Job titles and departments with the job family of each, what is not mapped first. */
export function MappingForm({ saved }: { saved: JobFamiliesResponse }) {
  const styles = useStyles();
  const { draft, choose, takeBack, saving } = useMapping(saved);
  const conflicts = conflictsOf(saved, draft);
  const unsaved = unsavedCount(saved, draft);
  return (
    <>
      <Text>
        {saved.withoutJobFamily === null
          ? texts.withoutUnknown
          : texts.without(saved.withoutJobFamily)}
      </Text>
      {mappingParts.map((part) => (
        <MappingTable
          key={part}
          saved={saved}
          draft={draft}
          part={part}
          disabled={saving.isPending}
          onChoose={(row, family) => {
            choose(part, row, family);
          }}
        />
      ))}
      <MappingConflicts saved={saved} conflicts={conflicts} onChoose={choose} />
      {saving.isError && (
        <FailureNotice title={texts.notSaved}>
          {failureInWords(saving.error)} {texts.kept}
        </FailureNotice>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={unsaved === 0 || conflicts.length > 0 || saving.isPending}
          onClick={() => {
            saving.mutate();
          }}
        >
          {saving.isPending ? texts.saving : texts.save}
        </Button>
        {unsaved > 0 && (
          <Button appearance="subtle" disabled={saving.isPending} onClick={takeBack}>
            {texts.takeBack}
          </Button>
        )}
        <Text role="status">
          {unsaved > 0 ? texts.unsaved(unsaved) : saving.data === true ? texts.saved : ''}
        </Text>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    position: 'sticky',
    bottom: 0,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});
