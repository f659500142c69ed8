import { Button } from '@fluentui/react-components';
import { EmptyState } from '@last-mile/shared/ui';
import { programmeTexts } from './programmeTexts';

export interface NoProgrammeScreenProps {
  onLookAgain: () => void;
}

/** For a person in no programme: says so, and what to do about it. */
export function NoProgrammeScreen({ onLookAgain }: NoProgrammeScreenProps) {
  return (
    <main aria-label={programmeTexts.noneTitle}>
      <EmptyState
        heading="h1"
        title={programmeTexts.noneTitle}
        action={
          <Button appearance="primary" onClick={onLookAgain}>
            {programmeTexts.lookAgain}
          </Button>
        }
      >
        {programmeTexts.none} {programmeTexts.noneWhatToDo}
      </EmptyState>
    </main>
  );
}
