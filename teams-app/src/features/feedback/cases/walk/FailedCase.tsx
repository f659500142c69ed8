import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { LazyFeedbackDialog } from '../../../../app/LazyFeedbackDialog';
import { LinkButton } from '../../../../app/LinkButton';
import { toHref } from '../../../../app/routes';
import { casesTexts as texts } from '../casesTexts';

/** The text whose cases are walked. */
export interface WalkedItem {
  readonly itemKey: string;
  readonly title: string;
  readonly version: number;
}

export interface FailedCaseProps {
  item: WalkedItem;
  isLast: boolean;
  onGoOn: () => void;
}

/** After a case that did not hold: what to do about it, now or later. */
export function FailedCase({ item, isLast, onGoOn }: FailedCaseProps) {
  const styles = useStyles();
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);
  return (
    <section ref={root} tabIndex={-1} aria-labelledby="failed-title" className={styles.root}>
      <Subtitle1 as="h2" id="failed-title">
        {texts.failedTitle}
      </Subtitle1>
      <Text>{texts.failedNext}</Text>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onGoOn}>
          {isLast ? texts.toEnd : texts.goOn}
        </Button>
        <WhatNow item={item} />
      </div>
    </section>
  );
}

/** The ways to mend a text that does not hold. */
export function WhatNow({ item }: { item: WalkedItem }) {
  const { itemKey, title, version } = item;
  const [flagging, setFlagging] = useState(false);
  return (
    <>
      <LinkButton href={toHref({ page: 'libraryEdit', clientKey: itemKey })}>
        {texts.edit}
      </LinkButton>
      <Button
        onClick={() => {
          setFlagging(true);
        }}
      >
        {texts.flag}
      </Button>
      {flagging && (
        <LazyFeedbackDialog
          kind="flag"
          about={{ type: 'libraryItem', itemKey, version }}
          aboutLabel={title}
          onClose={() => {
            setFlagging(false);
          }}
        />
      )}
    </>
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
