import { Button, Card, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ApiClient } from '@last-mile/shared/client';
import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  earliestStart,
  emptyDraft,
  type Programme,
  type ProgrammeDraftResponse,
} from '@last-mile/shared/programme';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Formats } from '../../../app/formats';
import { Loaded } from '../../../app/Loaded';
import { SubPage } from '../../../app/SubPage';
import { SiteOwnerMessage } from '../siteOwnerMessage/SiteOwnerMessage';
import { DraftEditor, type DraftEditorProps } from './DraftEditor';
import { DiscardDraft } from './DiscardDraft';
import { FocusHeading } from './FocusHeading';
import { guidedStartTexts as texts } from './guidedStartTexts';
import { startQueries } from './startQueries';
import type { OpenedDraft } from './useSavedDraft';

export interface GuidedStartProps {
  api: ApiClient;
  person: DraftEditorProps['person'];
  formats: Formats;
  /** The person goes on to the programme that was started. */
  onDone: () => void;
}

/** One path to a programme: taken up where it was left, or begun anew. */
export function GuidedStart({ api, person, formats, onDone }: GuidedStartProps) {
  const query = useQuery({ ...startQueries.drafts(api), staleTime: 0 });
  const [opened, setOpened] = useState<OpenedDraft | null>(null);
  const [started, setStarted] = useState<Programme | null>(null);
  return (
    <SubPage title={texts.title} subtitle={texts.subtitle}>
      {started !== null ? (
        <Started programme={started} onDone={onDone} />
      ) : opened !== null ? (
        <DraftEditor
          {...{ api, person, formats, opened }}
          onStarted={(programme) => {
            setStarted(programme);
          }}
        />
      ) : (
        <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={3} />}>
          {({ drafts }) => <Choice {...{ api, drafts, formats }} onOpen={setOpened} />}
        </Loaded>
      )}
    </SubPage>
  );
}

interface ChoiceProps {
  api: ApiClient;
  drafts: readonly ProgrammeDraftResponse[];
  formats: Formats;
  onOpen: (opened: OpenedDraft) => void;
}

/** What was begun, to go on with, or a new beginning; who began nothing begins at once. */
function Choice({ api, drafts, formats, onOpen }: ChoiceProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const [hasDiscarded, setHasDiscarded] = useState(false);
  const isFirst = drafts.length === 0 && !hasDiscarded;
  useEffect(() => {
    if (isFirst) onOpen(newDraft());
  }, [isFirst, onOpen]);
  if (isFirst) return null;
  return (
    <>
      <section className={styles.list}>
        <FocusHeading ref={heading}>{texts.begun}</FocusHeading>
        {drafts.length === 0 && <Text role="status">{texts.discarded}</Text>}
        {drafts.map((stored) => (
          <Card key={stored.clientKey} className={styles.card}>
            <Subtitle2 as="h3">{stored.draft.name ?? texts.unnamed}</Subtitle2>
            <Text className={styles.quiet}>
              {texts.savedAt(formats.moment(stored.savedAt))}
              {' · '}
              {stored.gaps.length === 0 ? texts.lacksNothing : texts.lacks(stored.gaps.length)}
            </Text>
            <Button
              appearance="primary"
              onClick={() => {
                onOpen({ clientKey: stored.clientKey, draft: stored.draft, stored });
              }}
            >
              {texts.goOn(stored.draft.name ?? texts.unnamed)}
            </Button>
            <DiscardDraft
              {...{ api, stored }}
              onDiscarded={() => {
                setHasDiscarded(true);
                heading.current?.focus();
              }}
            />
          </Card>
        ))}
      </section>
      <div>
        <Button
          onClick={() => {
            onOpen(newDraft());
          }}
        >
          {texts.begin}
        </Button>
      </div>
    </>
  );
}

/** The next Monday, and the time zone of this device, are what most programmes say. */
function newDraft(): OpenedDraft {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const startsOn = earliestStart(calendarDayIn(new Date(), timeZone));
  return {
    clientKey: crypto.randomUUID(),
    draft: { ...emptyDraft, startsOn, timeZone },
    stored: null,
  };
}

function Started({ programme, onDone }: { programme: Programme; onDone: () => void }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className={styles.list}>
      <FocusHeading ref={heading}>{texts.started}</FocusHeading>
      <Text>{texts.startedBody(programme.name)}</Text>
      <SiteOwnerMessage name={programme.name} groupId={programme.groupId} />
      <div>
        <Button appearance="primary" onClick={onDone}>
          {texts.openPlan}
        </Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  card: { alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
