import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import type { FeedbackSubject } from '@last-mile/shared/feedback';
import { FeedbackForm } from '@last-mile/shared/feedback-form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { appTexts } from './appTexts';
import { useSession } from './session';
import { tasksQuery } from './tasksQuery';

export interface FeedbackDialogProps {
  kind: 'flag' | 'suggestion';
  about: FeedbackSubject;
  aboutLabel: string;
  onClose: () => void;
}

/**
 * A flag or a suggestion in a dialog. Closing it keeps what was typed for the next time. A suggestion
 * that is about nothing in particular can be about one of the programme's tasks.
 */
export function FeedbackDialog({ kind, aboutLabel, onClose, ...props }: FeedbackDialogProps) {
  const styles = useStyles();
  const { api, me, queue, user } = useSession();
  const choosesTask = kind === 'suggestion' && props.about.type === 'tool';
  const tasks = useQuery({ ...tasksQuery(api), enabled: choosesTask }).data ?? [];
  const [taskKey, setTaskKey] = useState('');
  const task = choosesTask ? tasks.find(({ clientKey }) => clientKey === taskKey) : undefined;
  const about: FeedbackSubject =
    task === undefined ? props.about : { type: 'workflow', workflowKey: task.clientKey };
  const names = useMemo(() => [me.displayName], [me.displayName]);
  const queryClient = useQueryClient();
  const account = `${user.tenantId}.${user.userId}`;
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{appTexts.feedbackTitles[kind]}</DialogTitle>
          <DialogContent>
            {choosesTask && tasks.length > 0 && (
              <Field label={appTexts.suggestionTask} className={styles.task}>
                <Select
                  value={taskKey}
                  onChange={(_, { value }) => {
                    setTaskKey(value);
                  }}
                >
                  <option value="">{aboutLabel}</option>
                  {tasks.map(({ clientKey, task: name }) => (
                    <option key={clientKey} value={clientKey}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            <FeedbackForm
              kind={kind}
              about={about}
              aboutLabel={task?.task ?? aboutLabel}
              steps={task?.steps ?? []}
              names={names}
              surface="teams"
              draftKey={`${account}/${kind}/${subjectKey(props.about)}`}
              onSubmit={async (request) => {
                const result = await queue.sendFeedback(request);
                void queryClient.invalidateQueries({ queryKey: ['feedback'] });
                return result;
              }}
              onClose={onClose}
            />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** One draft for each thing: words about one prompt never turn up under another. */
function subjectKey(about: FeedbackSubject) {
  if (about.type === 'libraryItem') return about.itemKey;
  return about.type === 'workflow' ? about.workflowKey : about.type;
}

const useStyles = makeStyles({
  // No wider than the dialog, however long a task's name is.
  task: { gridTemplateColumns: 'minmax(0, 1fr)', marginBottom: tokens.spacingVerticalL },
});
