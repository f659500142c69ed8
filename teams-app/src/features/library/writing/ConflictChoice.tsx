import type { LibraryContent } from '@last-mile/shared/library';
import { MineOrTheirs } from '../../../app/MineOrTheirs';
import { lifeTexts as texts } from '../lifeTexts';
import { ProposalDiff } from '../ProposalDiff';

export interface ConflictChoiceProps {
  theirs: LibraryContent;
  mine: LibraryContent;
  onMine: () => void;
  onTheirs: () => void;
}

/** Which of two texts to go on with? Both are there to read, word by word. */
export function ConflictChoice({ theirs, mine, onMine, onTheirs }: ConflictChoiceProps) {
  return (
    <MineOrTheirs {...{ texts, onMine, onTheirs }}>
      <ProposalDiff
        published={theirs}
        proposed={mine}
        names={{ before: texts.theirs, after: texts.mine }}
      />
    </MineOrTheirs>
  );
}
