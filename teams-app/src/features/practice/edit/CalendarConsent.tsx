import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { ApiProblem } from '@last-mile/shared/client';
import { useMutation } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { practiceTexts as texts } from '../practiceTexts';

export interface CalendarConsentProps {
  /** The API's refusal, which names what to consent to. */
  refusal: ApiProblem;
  /** What was refused can be asked for again. */
  onGiven: () => void;
}

/** Whether all that lacks is the person's own consent. */
export const lacksConsent = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.code === 'consent_required';

/** Asks for the person's consent to their calendar, where they see what for. */
export function CalendarConsent({ refusal, onGiven }: CalendarConsentProps) {
  const { consent } = useSession();
  const asking = useMutation({
    mutationFn: () =>
      consent({
        scopes: refusal.scopes,
        ...(refusal.claims === undefined ? {} : { claims: refusal.claims }),
      }),
    onSuccess: onGiven,
  });
  return (
    <MessageBar intent={asking.isError ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>{asking.isError ? texts.consentFailed : texts.consentWhy}</MessageBarBody>
      <MessageBarActions>
        <Button
          disabledFocusable={asking.isPending}
          onClick={() => {
            asking.mutate();
          }}
        >
          {texts.giveConsent}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
