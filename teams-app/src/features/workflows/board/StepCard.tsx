import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { PeopleSwapRegular } from '@fluentui/react-icons/svg/people-swap';
import { SparkleRegular } from '@fluentui/react-icons/svg/sparkle';
import { usePointingIcon } from '@last-mile/shared/ui';
import type { MappedStep } from '@last-mile/shared/workflows';
import type { KeyboardEvent } from 'react';
import { useSession } from '../../../app/session';
import { timeInWords } from '../timeInWords';
import { workflowsTexts as texts } from '../workflowsTexts';

export interface StepActions {
  onMove: (id: string, by: -1 | 1) => void;
  onEdit: (id: string) => void;
  onRemove: (id: string) => void;
}

export interface StepCardProps {
  step: MappedStep;
  place: { number: number; of: number };
  /** Whether the task changes hands here. */
  isHandoff: boolean;
  /** Whether AI is to help here first. */
  isSlot: boolean;
  actions?: StepActions;
}

/** Names the button that opens a step, for the focus that follows the step. */
export const editButtonId = (stepKey: string) => `edit-step-${stepKey}`;

/** A step at a glance: who, in what, how long, what makes it hard, and whether AI helps. */
export function StepCard({ step, place, isHandoff, isSlot, actions }: StepCardProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { actor, tool, minutes, waitMinutes, frictions } = step;
  const name = step.name || texts.unnamed;
  const work = minutes === null ? texts.minutesUnknown : formats.minutes(minutes);
  return (
    <div className={mergeClasses(styles.root, isSlot && styles.slot)}>
      <div className={styles.head}>
        <Caption1 className={styles.quiet}>{texts.stepNumber(place.number)}</Caption1>
        {isHandoff && (
          <Caption1 className={styles.handoff}>
            <PeopleSwapRegular aria-hidden />
            {texts.handoffTo(actor ?? '')}
          </Caption1>
        )}
      </div>
      <Text weight="semibold" className={styles.name}>
        {name}
      </Text>
      <Text>{texts.inWords([actor ?? texts.whoUnknown, ...(tool === null ? [] : [tool])])}</Text>
      <Text className={styles.figures}>
        {texts.inWords([
          work,
          ...(waitMinutes === null || waitMinutes === 0
            ? []
            : [texts.waitsBefore(timeInWords(waitMinutes, formats))]),
        ])}
      </Text>
      {frictions.length > 0 && (
        <div className={styles.badges}>
          {frictions.map(({ kind }, index) => (
            <Badge key={index} appearance="tint" color="warning">
              {texts.frictionKinds[kind]}
            </Badge>
          ))}
        </div>
      )}
      {(step.aiHelps !== '' || isSlot) && (
        <div className={styles.ai}>
          <SparkleRegular className={styles.sparkle} aria-hidden />
          <Text>
            {isSlot && <Text weight="semibold">{texts.aiHelpsHere}. </Text>}
            {step.aiHelps}
          </Text>
        </div>
      )}
      {step.branches && <Caption1 className={styles.quiet}>{texts.branches}</Caption1>}
      {actions !== undefined && (
        <StepButtons step={step} name={name} place={place} actions={actions} />
      )}
    </div>
  );
}

interface StepButtonsProps extends Pick<StepCardProps, 'step' | 'place'> {
  name: string;
  actions: StepActions;
}

function StepButtons({ step, name, place, actions }: StepButtonsProps) {
  const styles = useStyles();
  const pointing = usePointingIcon();
  const { onMove, onEdit, onRemove } = actions;
  /** Alt and an arrow do what the buttons do, wherever the focus is among them. */
  function moveByKey(event: KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!event.altKey || (by !== -1 && by !== 1)) return;
    event.preventDefault();
    onMove(step.id, by);
  }
  return (
    <div className={styles.buttons} role="group" aria-label={name}>
      <Button
        size="small"
        appearance="subtle"
        onKeyDown={moveByKey}
        icon={<ArrowLeftRegular className={pointing} />}
        aria-label={texts.earlier(name)}
        disabledFocusable={place.number === 1}
        onClick={() => {
          onMove(step.id, -1);
        }}
      />
      <Button
        size="small"
        appearance="subtle"
        onKeyDown={moveByKey}
        icon={<ArrowRightRegular className={pointing} />}
        aria-label={texts.later(name)}
        disabledFocusable={place.number === place.of}
        onClick={() => {
          onMove(step.id, 1);
        }}
      />
      <Button
        id={editButtonId(step.id)}
        size="small"
        appearance="subtle"
        onKeyDown={moveByKey}
        icon={<EditRegular />}
        aria-label={texts.edit(name)}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
        onClick={() => {
          onEdit(step.id);
        }}
      />
      <Button
        size="small"
        appearance="subtle"
        onKeyDown={moveByKey}
        icon={<DeleteRegular />}
        aria-label={texts.remove(name)}
        onClick={() => {
          onRemove(step.id);
        }}
      />
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  slot: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  handoff: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorBrandForeground1,
  },
  name: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
  figures: { fontVariantNumeric: 'tabular-nums' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  ai: { display: 'flex', gap: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground1 },
  sparkle: {
    flexShrink: 0,
    marginTop: tokens.spacingVerticalXXS,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase400,
  },
  buttons: {
    display: 'flex',
    gap: tokens.spacingHorizontalXXS,
    marginTop: 'auto',
    // What is inside a button begins where the text above it begins.
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    '@media print': { display: 'none' },
  },
});
