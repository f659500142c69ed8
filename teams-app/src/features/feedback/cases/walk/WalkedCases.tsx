import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { LinkButton } from '../../../../app/LinkButton';
import { toHref } from '../../../../app/routes';
import { useSession } from '../../../../app/session';
import { casesTexts as texts } from '../casesTexts';
import { WhatNow, type WalkedItem } from './FailedCase';

/** What somebody said of one case, and whether it has arrived. */
export interface Answered {
  readonly outcome: 'held' | 'failed' | 'unclear' | 'skipped';
  /** True where it waits on this device. */
  readonly waits: boolean;
}

export interface WalkedCasesProps {
  item: WalkedItem;
  /** A version that was published since the walk began; null where none was. */
  newer: number | null;
  answered: readonly Answered[];
}

const outcomes = ['held', 'failed', 'unclear', 'skipped'] as const;

/** What the walk found, once its last case is answered. */
export function WalkedCases({ item, newer, answered }: WalkedCasesProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);
  const counts = outcomes.flatMap((outcome) => {
    const count = answered.filter((each) => each.outcome === outcome).length;
    return count === 0 ? [] : [texts.doneCount[outcome](formats.number(count))];
  });
  return (
    <section ref={root} tabIndex={-1} aria-labelledby="walked-title" className={styles.root}>
      <Subtitle1 as="h2" id="walked-title">
        {texts.doneTitle}
      </Subtitle1>
      <Text>
        {texts.doneOn(item.version)} {counts.join(', ')}.
      </Text>
      {answered.some(({ waits }) => waits) && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.doneWaiting}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <LinkButton appearance="primary" href={toHref({ page: 'caseBook', itemKey: item.itemKey })}>
          {texts.openBook}
        </LinkButton>
        {newer !== null && (
          <LinkButton href={toHref({ page: 'caseWalk', itemKey: item.itemKey, version: newer })}>
            {texts.walkNewer(newer)}
          </LinkButton>
        )}
        {answered.some(({ outcome }) => outcome === 'failed') && <WhatNow item={item} />}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    outlineStyle: 'none',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
