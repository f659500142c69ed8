import { Button, Text } from '@fluentui/react-components';
import type { Checkpoint, Diagnosis } from '@last-mile/shared/checkpoints';
import { useRef, useState } from 'react';
import { useSession } from '../../../app/session';
import { useOffPaper } from '../../../app/useOffPaper';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { DecideForm } from './DecideForm';

export interface DecideHereProps {
  checkpoint: Checkpoint;
  /** What the decision answers; null for anything else. */
  finding: Diagnosis | null;
}

/** For champions: the way to a decision, and its form. */
export function DecideHere({ checkpoint, finding }: DecideHereProps) {
  const offPaper = useOffPaper();
  const { may } = useSession();
  const opener = useRef<HTMLDivElement>(null);
  const [stand, setStand] = useState<'closed' | 'open' | 'kept'>('closed');
  if (!may.champion) return null;
  if (stand === 'open') {
    return (
      <DecideForm
        checkpoint={checkpoint}
        finding={finding}
        onDone={(kept) => {
          setStand(kept ? 'kept' : 'closed');
          // The form had the focus, and is gone.
          requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
        }}
      />
    );
  }
  return (
    <div ref={opener} className={offPaper}>
      <Button
        onClick={() => {
          setStand('open');
        }}
      >
        {finding === null ? texts.decideElse : texts.decide}
      </Button>{' '}
      <Text role="status">{stand === 'kept' ? texts.kept : ''}</Text>
    </div>
  );
}
