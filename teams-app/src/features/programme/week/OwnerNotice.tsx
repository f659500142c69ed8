import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { OwnerStanding } from '@last-mile/shared/programme';
import { useSession } from '../../../app/session';
import { weekTexts as texts } from './weekTexts';

/** Says that nobody answers for the programme, where that is so, and what comes of it. */
export function OwnerNotice({ owner: { state, since } }: { owner: OwnerStanding }) {
  const { formats, me } = useSession();
  if (state === 'present') return null;
  const day = since === null ? '' : formats.day(since);
  const isYou = me.standing === 'owner';
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{state === 'gone' ? texts.goneTitle : texts.silentTitle}</MessageBarTitle>{' '}
        {state === 'gone' ? texts.goneOwner : isYou ? texts.silentYou(day) : texts.silent(day)}
      </MessageBarBody>
    </MessageBar>
  );
}
