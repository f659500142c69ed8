import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { VersionsResponse } from '@last-mile/shared/library';
import { useEffect, useRef } from 'react';
import { lifeTexts as texts } from '../lifeTexts';
import { ProposalDiff } from '../ProposalDiff';
import type { VersionPair } from './versionPair';

export interface ComparedVersionsProps {
  versions: VersionsResponse;
  pair: VersionPair;
}

/** What changed from one approved version to another: a link leads here, so it has the focus. */
export function ComparedVersions({ versions, pair }: ComparedVersionsProps) {
  const styles = useStyles();
  const root = useRef<HTMLElement>(null);
  const [before, after] = [pair.from, pair.to].map((wanted) =>
    versions.approved.find(({ version }) => version === wanted),
  );
  useEffect(() => {
    root.current?.focus();
    root.current?.scrollIntoView({ block: 'start' });
  }, [pair.from, pair.to]);
  return (
    <section ref={root} tabIndex={-1} className={styles.root} aria-labelledby="compared-title">
      <Text as="h4" id="compared-title" weight="semibold" className={styles.title}>
        {texts.changedBetween(pair.from, pair.to)}
      </Text>
      {before && after ? (
        <ProposalDiff
          published={before.content}
          proposed={after.content}
          names={{
            before: texts.approvedVersion(pair.from),
            after: texts.approvedVersion(pair.to),
          }}
        />
      ) : (
        <Text>{texts.versionGone}</Text>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
});
