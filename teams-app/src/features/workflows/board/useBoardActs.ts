import type { MappedStep } from '@last-mile/shared/workflows';
import { useEffect, useRef, useState } from 'react';
import { workflowsTexts as texts } from '../workflowsTexts';
import { editButtonId, type StepActions } from './StepCard';
import {
  changeStep,
  moveStep,
  newStep,
  putBack,
  removeStep,
  type MapContent,
  type RemovedStep,
} from './stepChanges';

/** What is done to the steps on the board, what was said of it, and where the focus goes. */
export function useBoardActs(
  content: Pick<MapContent, 'steps' | 'slot'>,
  change: (part: Partial<MapContent>) => void,
) {
  const { steps, slot } = content;
  const [opened, setOpened] = useState<string | null>(null);
  const [removed, setRemoved] = useState<RemovedStep | null>(null);
  const [said, setSaid] = useState('');
  const toFocus = useRef<string>(undefined);
  const nameOf = (id: string) => shownName(steps.find((step) => step.id === id));

  // A card that moved is another place on the page: the focus goes along.
  useEffect(() => {
    if (toFocus.current === undefined) return;
    document.getElementById(editButtonId(toFocus.current))?.focus();
    toFocus.current = undefined;
  }, [steps, opened]);

  const actions: StepActions = {
    onMove(id, by) {
      const moved = moveStep(steps, id, by);
      const place = moved.findIndex((step) => step.id === id) + 1;
      change({ steps: moved });
      setSaid(texts.moved(nameOf(id), place, moved.length));
      toFocus.current = id;
    },
    onEdit(id) {
      setOpened(id);
      setSaid('');
    },
    onRemove(id) {
      const index = steps.findIndex((step) => step.id === id);
      const { removed: taken, ...left } = removeStep({ steps, slot }, id);
      change(left);
      setRemoved(taken);
      setSaid(texts.removed(nameOf(id)));
      toFocus.current = (left.steps[index] ?? left.steps.at(-1))?.id;
    },
  };

  return {
    actions,
    opened,
    said,
    canUndo: removed !== null,
    changeStep: (id: string, part: Partial<MappedStep>) => {
      change({ steps: changeStep(steps, id, part) });
    },
    close: () => {
      toFocus.current = opened ?? undefined;
      setOpened(null);
    },
    add: () => {
      const step = newStep(crypto.randomUUID());
      change({ steps: [...steps, step] });
      setOpened(step.id);
      setSaid('');
    },
    undo: () => {
      if (removed === null) return;
      change(putBack({ steps, slot }, removed));
      setSaid(texts.putBack(shownName(removed.step)));
      toFocus.current = removed.step.id;
      setRemoved(null);
    },
  };
}

function shownName(step: MappedStep | undefined): string {
  return step === undefined || step.name === '' ? texts.unnamed : step.name;
}
