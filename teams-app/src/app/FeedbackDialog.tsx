import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { FeedbackSubject } from '@last-mile/shared/feedback';
import { FeedbackForm } from '@last-mile/shared/feedback-form';
import { useQueryClient } from '@tanstack/react-query';
import { appTexts } from './appTexts';
import { useSession } from './session';

export interface FeedbackDialogProps {
  kind: 'flag' | 'suggestion';
  about: FeedbackSubject;
  aboutLabel: string;
  onClose: () => void;
}

/** A flag or a suggestion in a dialog. Closing it keeps what was typed for the next time. */
export function FeedbackDialog({ kind, about, aboutLabel, onClose }: FeedbackDialogProps) {
  const { queue, user } = useSession();
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
            <FeedbackForm
              kind={kind}
              about={about}
              aboutLabel={aboutLabel}
              surface="teams"
              draftKey={`${account}/${kind}/${subjectKey(about)}`}
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
