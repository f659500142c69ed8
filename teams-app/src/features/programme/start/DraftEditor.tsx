import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ApiClient } from '@last-mile/shared/client';
import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  earliestStart,
  lastDayOf,
  type Programme,
  type StartGap,
} from '@last-mile/shared/programme';
import { failureInWords } from '@last-mile/shared/ui';
import { useEffect, useRef, useState } from 'react';
import type { Formats } from '../../../app/formats';
import { TargetFields } from '../targets/TargetFields';
import { DraftConflict } from './DraftConflict';
import { directoryTexts } from './directoryTexts';
import { draftInWords } from './draftInWords';
import { EffortFields } from './EffortFields';
import { FamiliesStep } from './FamiliesStep';
import { FocusHeading } from './FocusHeading';
import { gapsNow } from './gapsNow';
import { guidedStartTexts as texts } from './guidedStartTexts';
import { OwnerStep } from './OwnerStep';
import { PeopleStep } from './PeopleStep';
import { StepList } from './StepList';
import { placeOfGap, startSteps, type StartStep } from './startSteps';
import { SummaryStep } from './SummaryStep';
import { TimeStep } from './TimeStep';
import { useSavedDraft, type OpenedDraft } from './useSavedDraft';

export interface DraftEditorProps {
  api: ApiClient;
  person: { readonly userId: string; readonly displayName: string };
  formats: Formats;
  opened: OpenedDraft;
  onStarted: (programme: Programme) => void;
}

/** The steps of a draft, one at a time; it saves itself. */
export function DraftEditor({ api, person, formats, opened, onStarted }: DraftEditorProps) {
  const styles = useStyles();
  const saved = useSavedDraft(api, opened);
  const { draft, standing, theirs, change, saving, starting } = saved;
  const [step, setStep] = useState<StartStep>('people');
  const [learnt, setLearnt] = useState<ReadonlyMap<string, string>>(
    new Map([[person.userId, person.displayName]]),
  );
  const gaps = gapsNow(draft, standing, new Date());
  const open = new Set(gaps.map((gap) => placeOfGap[gap].step));
  if (gaps.length > 0) open.add('summary');

  const names = namesOf(learnt, [standing, theirs]);
  const at = startSteps.indexOf(step);
  const { headingRef, focusOn } = useFocusOn(step);

  function fill(gap: StartGap) {
    const { step: place, fieldId } = placeOfGap[gap];
    focusOn(fieldId);
    setStep(place);
  }

  if (theirs !== null) {
    return (
      <DraftConflict
        mine={draftInWords(draft, names, formats)}
        theirs={draftInWords(theirs.draft, names, formats)}
        onKeepMine={saved.keepMine}
        onTakeTheirs={saved.takeTheirs}
      />
    );
  }
  const stepProps = {
    ...{ api, draft, change, userId: person.userId, ...names },
    learn: ({ id, name }: { id: string; name: string }) => {
      setLearnt((before) => new Map(before).set(id, name));
    },
  };
  const firstDay = draft.startsOn ?? earliestStart(calendarDayIn(new Date(), 'UTC'));
  return (
    <div className={styles.root}>
      <StepList current={step} open={open} onGo={setStep} />
      <section className={styles.step} aria-labelledby="start-step">
        <div>
          <FocusHeading id="start-step" ref={headingRef}>
            {texts.step(at + 1, startSteps.length, texts.steps[step])}
          </FocusHeading>
          <Text className={styles.quiet}>{texts.why[step]}</Text>
        </div>
        {step === 'people' && <PeopleStep {...stepProps} />}
        {step === 'owner' && <OwnerStep {...stepProps} />}
        {step === 'effort' && (
          <EffortFields
            weeklyHours={draft.weeklyHours}
            lighterHours={draft.lighterHours}
            budget={draft.budget}
            change={change}
          />
        )}
        {step === 'time' && <TimeStep {...stepProps} formats={formats} />}
        {step === 'targets' && (
          <TargetFields
            targets={draft.targets}
            usualDay={lastDayOf({ startsOn: firstDay })}
            onChange={(targets) => {
              change({ targets });
            }}
          />
        )}
        {step === 'families' && <FamiliesStep {...stepProps} />}
        {step === 'summary' && (
          <SummaryStep
            lines={draftInWords(draft, names, formats)}
            gaps={gaps}
            starting={starting}
            onFill={fill}
            onStart={() => {
              starting.mutate(undefined, { onSuccess: onStarted });
            }}
          />
        )}
      </section>
      <div className={styles.actions}>
        {at > 0 && (
          <Button
            onClick={() => {
              setStep(startSteps[at - 1] ?? step);
            }}
          >
            {texts.previous}
          </Button>
        )}
        {at < startSteps.length - 1 && (
          <Button
            appearance="primary"
            onClick={() => {
              setStep(startSteps[at + 1] ?? step);
            }}
          >
            {texts.next}
          </Button>
        )}
        <Text role="status" className={styles.quiet}>
          {saved.state === 'failed'
            ? `${texts.notSaved} ${saving.error === null ? '' : failureInWords(saving.error)}`
            : saved.state === 'saving'
              ? texts.saving
              : standing === null
                ? ''
                : texts.saved}
        </Text>
        {saved.state === 'failed' && <Button onClick={saved.saveAgain}>{texts.saveAgain}</Button>}
      </div>
    </div>
  );
}

type Standing = OpenedDraft['stored'];

/** What people and groups are called: as they were picked here, else as the API names them. */
function namesOf(learnt: ReadonlyMap<string, string>, answers: readonly Standing[]) {
  const known = answers.flatMap((answer) => answer ?? []);
  const nameOf = (id: string) =>
    learnt.get(id) ??
    known.flatMap(({ people }) => people).find(({ userId }) => userId === id)?.name ??
    directoryTexts.unknown;
  const groupNameOf = (id: string) =>
    learnt.get(id) ??
    known.flatMap(({ group }) => group ?? []).find(({ groupId }) => groupId === id)?.name ??
    directoryTexts.unknown;
  return { nameOf, groupNameOf };
}

/** The focus goes to the heading of a step that is come to, or to the field it is come to for. */
function useFocusOn(step: StartStep) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  const wanted = useRef<string | null>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const field = wanted.current === null ? null : document.getElementById(wanted.current);
    wanted.current = null;
    (field ?? headingRef.current)?.focus();
  }, [step]);
  return {
    headingRef,
    focusOn: (fieldId: string) => {
      wanted.current = fieldId;
    },
  };
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
