import { Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { outcomePlace, type QueueItem } from '@last-mile/shared/feedback';
import { toHref, toPlaceHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { triageTexts as texts } from './triageTexts';

/** How it ended or what it waits for, what the reporter was told, and whether it helped. */
export function WhatBecameOfIt({ item }: { item: QueueItem }) {
  const styles = useStyles();
  const { formats } = useSession();
  const { state, outcome, outcomeReference, outcomeNote, vendor, awaitsItem } = item;
  const { outcomeLink, helped, helpedWords } = item;
  const isClosed = state === 'closed';
  const known = [outcomeNote, vendor, awaitsItem, helped];
  const hasNothing = !isClosed && known.every((each) => each === null);
  if (hasNothing) return null;
  return (
    <section aria-labelledby="became-title" className={styles.root}>
      <Subtitle2 as="h3" id="became-title">
        {texts.becameOfIt}
      </Subtitle2>
      {isClosed && (
        <Text className={styles.words}>
          {outcome === null ? (
            texts.closedWithout
          ) : (
            <>
              <strong>{texts.outcomes[outcome]}</strong>
              {outcomeReference !== null && ': '}
              {outcomeLink === null ? (
                outcomeReference
              ) : (
                <Link inline href={toPlaceHref(outcomePlace(item.about, outcomeLink))}>
                  {outcomeReference}
                </Link>
              )}
            </>
          )}
        </Text>
      )}
      {vendor !== null && (
        <Text className={styles.words}>
          {[
            texts.vendorCase(vendor.reference),
            ...(vendor.sentOn === null ? [] : [texts.vendorSent(formats.day(vendor.sentOn))]),
          ].join(', ')}
          {vendor.answer !== null && `: ${vendor.answer}`}
        </Text>
      )}
      {awaitsItem !== null && !isClosed && (
        <Text>
          {texts.waitsFor}{' '}
          <Link inline href={toHref({ page: 'libraryItem', clientKey: awaitsItem })}>
            {texts.waitsForItem}
          </Link>
        </Text>
      )}
      {outcomeNote !== null && (
        <Text className={styles.words}>
          <strong>{texts.told}:</strong> {outcomeNote}
        </Text>
      )}
      {helped !== null && (
        <Text className={styles.words}>
          {helped ? texts.helped : texts.didNotHelp} {helpedWords}
        </Text>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
