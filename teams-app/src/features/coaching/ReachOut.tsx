import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
} from '@fluentui/react-components';
import { coachingClient } from '@last-mile/shared/client';
import { outreachWays, type CoachedPerson, type OutreachWay } from '@last-mile/shared/coaching';
import { useDraft } from '@last-mile/shared/draft';
import { spokenLanguage } from '@last-mile/shared/language';
import { chatLink } from '@last-mile/shared/practice';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { buttonRow, panel } from '../../app/panel';
import { useSession } from '../../app/session';
import { coachingQueries } from './coachingQueries';
import { coachingTexts as texts } from './coachingTexts';
import { outreachDraft } from './outreachDrafts';

export interface ReachOutProps {
  person: CoachedPerson;
  onClose: () => void;
}

/** Longer than this no chat is begun by a link. */
const longestMessage = 1_000;

/**
 * How shall I reach out? It is written down first: who opted out a moment ago is not written to, and what
 * happens in the chat Last Mile does not learn.
 */
export function ReachOut({ person, onClose }: ReachOutProps) {
  const styles = useStyles();
  const { api, user } = useSession();
  const queries = useQueryClient();
  const { userId, name, userPrincipalName } = person;
  const [way, setWay] = useState<OutreachWay>('teamsChat');
  const { draft, change, discard } = useDraft(`${user.userId} coaching ${userId}`, {
    message: outreachDraft(person, spokenLanguage().texts),
  });
  // The same key until it is there, so that a second try reaches out to nobody twice.
  const [clientKey] = useState(() => crypto.randomUUID());
  const reaching = useMutation({
    mutationFn: () => coachingClient(api).reachOut({ clientKey, userId, way }),
    onSuccess: discard,
  });
  const close = () => {
    onClose();
    if (!reaching.isIdle) {
      void queries.invalidateQueries({ queryKey: coachingQueries.list(api).queryKey });
    }
  };
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    first.current?.querySelector<HTMLElement>('input:checked, a')?.focus();
  }, [reaching.isSuccess]);

  if (reaching.isSuccess) {
    return (
      <div ref={first} className={styles.root}>
        <Text role="status">
          {texts.written} {way === 'notification' && texts.willBeTold(name)}
        </Text>
        <div className={styles.actions}>
          {way === 'teamsChat' && (
            <Button
              as="a"
              appearance="primary"
              href={chatLink(userPrincipalName, draft.message)}
              target="_blank"
              rel="noreferrer"
            >
              {texts.openChat(name)}
            </Button>
          )}
          <Button onClick={close}>{texts.done}</Button>
        </div>
      </div>
    );
  }
  return (
    <form
      className={styles.root}
      aria-label={texts.reachOutTo(name)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!reaching.isPending) reaching.mutate();
      }}
    >
      <div ref={first}>
        <Field label={texts.way}>
          <RadioGroup
            layout="horizontal"
            className={styles.ways}
            value={way}
            onChange={(_, { value }) => {
              setWay(value as OutreachWay);
            }}
          >
            {outreachWays.map((each) => (
              <Radio key={each} value={each} label={texts.ways[each]} />
            ))}
          </RadioGroup>
        </Field>
      </div>
      {way === 'teamsChat' ? (
        <Field label={texts.draft} hint={texts.draftHint}>
          <Textarea
            resize="vertical"
            rows={4}
            maxLength={longestMessage}
            value={draft.message}
            onChange={(_, { value }) => {
              change({ message: value });
            }}
          />
        </Field>
      ) : (
        <Text>{texts.notice}</Text>
      )}
      {reaching.error !== null && (
        <FailureNotice title={texts.notDone}>{failureInWords(reaching.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={reaching.isPending}>
          {reaching.isPending ? texts.writing : way === 'teamsChat' ? texts.toChat : texts.toNotice}
        </Button>
        <Button onClick={close}>{texts.cancel}</Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: panel,
  ways: { flexWrap: 'wrap' },
  actions: buttonRow,
});
