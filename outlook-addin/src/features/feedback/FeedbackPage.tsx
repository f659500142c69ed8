import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { FeedbackRequest, FeedbackSubject } from '@last-mile/shared/feedback';
import { FeedbackForm } from '@last-mile/shared/feedback-form';
import { useEffect, useId, useRef, useState } from 'react';
import { concernedNames, type OpenMessage } from './concernedNames';
import { FeedbackHead } from './FeedbackHead';
import { feedbackTexts as texts } from './feedbackTexts';

export interface FeedbackPageProps {
  /** `tid.oid`: drafts are kept per person. */
  account: string;
  about: FeedbackSubject;
  /** What it is about, in the person's words. */
  aboutLabel: string;
  /** Whose words these are: masked like everybody else's name. */
  myName: string;
  /** The message in front of the pane; null for none. */
  message: OpenMessage | null;
  onSubmit: (request: FeedbackRequest) => Promise<'sent' | 'kept'>;
  onClose: () => void;
}

type Kind = FeedbackRequest['kind'];

/** Flag a template or an AI answer, or suggest something better, without leaving the message. */
export function FeedbackPage(props: FeedbackPageProps) {
  const { account, about, aboutLabel, myName, message, onSubmit, onClose } = props;
  const styles = useStyles();
  const [kind, setKind] = useState<Kind>('flag');
  const [names, setNames] = useState<readonly string[]>([myName]);
  useEffect(() => {
    let current = true;
    void concernedNames(message).then((found) => {
      if (current) setNames([myName, ...found]);
    });
    return () => {
      current = false;
    };
  }, [message, myName]);
  const titleId = useId();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('[role="tab"]')?.focus();
  }, []);
  return (
    <main ref={place} aria-labelledby={titleId}>
      <FeedbackHead titleId={titleId} back={texts.back} onBack={onClose}>
        {texts.title}
      </FeedbackHead>
      <div className={styles.content}>
        <TabList
          size="small"
          className={styles.kinds}
          aria-label={texts.kindLabel}
          selectedValue={kind}
          onTabSelect={(_, { value }) => {
            setKind(value === 'suggestion' ? 'suggestion' : 'flag');
          }}
        >
          <Tab value="flag">{texts.kinds.flag}</Tab>
          <Tab value="suggestion">{texts.kinds.suggestion}</Tab>
        </TabList>
        <FeedbackForm
          key={kind}
          kind={kind}
          about={about}
          aboutLabel={aboutLabel}
          names={names}
          surface="outlook"
          draftKey={draftKeyOf(account, kind, about)}
          onSubmit={onSubmit}
          onClose={onClose}
        />
      </div>
    </main>
  );
}

function draftKeyOf(account: string, kind: Kind, about: FeedbackSubject): string {
  const thing = about.type === 'libraryItem' ? about.itemKey : about.type;
  return `${account} ${kind} ${thing}`;
}

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
  },
  // The tabs' own inset would put their words out of line with the form.
  kinds: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
});
