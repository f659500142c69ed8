import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { canDecideOwnership, type OwnerStanding } from '@last-mile/shared/programme';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { weekTexts as texts } from './weekTexts';

/**
 * Says that nobody answers for the programme, where that is so, and what comes of it. Who may name another
 * owner is led there.
 */
export function OwnerNotice({ owner: { state, since } }: { owner: OwnerStanding }) {
  const { formats, me, programme, user } = useSession();
  if (state === 'present') return null;
  const isSponsor = me.standing === 'sponsor';
  const silence =
    me.standing === 'owner' ? texts.silentYou : isSponsor ? texts.silentToSponsor : texts.silent;
  const absence = isSponsor ? texts.goneToSponsor : texts.goneOwner;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{state === 'gone' ? texts.goneTitle : texts.silentTitle}</MessageBarTitle>{' '}
        {state === 'gone' ? absence : silence(since === null ? '' : formats.day(since))}{' '}
        {canDecideOwnership(programme, user).allowed && (
          <Link inline href={toHref({ page: 'programmeOwner' })}>
            {texts.nameAnother}
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
