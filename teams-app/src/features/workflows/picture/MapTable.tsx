import { isHandoff, type WorkflowMap } from '@last-mile/shared/workflows';
import { DataTable } from '../../../app/DataTable';
import { useSession } from '../../../app/session';
import { workflowsTexts as texts } from '../workflowsTexts';
import { timeOf, type PicturedMap } from './pictureWords';

/** What the picture shows, row by row. */
export function MapTable({ map: { task, steps, slot, escalation } }: { map: PicturedMap }) {
  const { formats } = useSession();
  return (
    <DataTable
      caption={texts.tableOf(task)}
      columns={[
        { key: 'step', title: texts.step },
        { key: 'actor', title: texts.role },
        { key: 'tool', title: texts.toolUsed },
        { key: 'time', title: texts.time },
        { key: 'friction', title: texts.friction },
        { key: 'ai', title: texts.ai },
      ]}
      rows={steps.map((step, index) => ({
        key: step.id,
        cells: [
          step.name || texts.unnamed,
          isHandoff(steps, index) === true
            ? texts.handoffTo(step.actor ?? '')
            : (step.actor ?? texts.whoUnknown),
          step.tool ?? '',
          timeOf(step, formats),
          step.frictions.map(({ kind }) => texts.frictionKinds[kind]).join(', '),
          aiOf(step, slot, escalation),
        ],
      }))}
    />
  );
}

function aiOf(
  { id, aiHelps }: WorkflowMap['steps'][number],
  slot: WorkflowMap['slot'],
  escalation: string | null,
): string {
  if (slot?.stepKey !== id) return aiHelps;
  const sentences = [
    `${texts.aiHelpsHere}.`,
    ...(aiHelps === '' ? [] : [aiHelps]),
    ...(escalation === null ? [] : [`${texts.takesOver(escalation)}.`]),
  ];
  return sentences.join(' ');
}
