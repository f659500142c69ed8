import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { LibraryItem } from '@last-mile/shared/library';
import { useSession } from '../../app/session';
import { libraryTexts as texts } from './libraryTexts';
import { lifeTexts } from './lifeTexts';
import { ProposalDiff } from './ProposalDiff';

export interface ProposedProps {
  item: Pick<LibraryItem, 'content' | 'writers'>;
  proposal: NonNullable<LibraryItem['proposal']>;
}

/** What somebody wants to say instead of the published text, and since when. */
export function Proposed({ item: { content, writers }, proposal }: ProposedProps) {
  const { formats } = useSession();
  const at = formats.moment(proposal.at);
  const isByHand = writers.length === 0;
  return (
    <>
      <Subtitle2 as="h3" block>
        {isByHand ? texts.proposalTitle : lifeTexts.proposedTitle}
      </Subtitle2>
      <Text>
        {isByHand
          ? texts.proposal(at)
          : lifeTexts.proposedBy(
              writers.map(({ name }) => name ?? lifeTexts.someone).join(', '),
              at,
            )}
      </Text>
      <ProposalDiff published={content} proposed={proposal.content} changed={proposal.changed} />
    </>
  );
}

/** The same for its author, who reads it beside the text that others see. */
export function OwnProposal(props: ProposedProps) {
  const styles = useStyles();
  return (
    <div className={styles.panel} role="status">
      <Proposed {...props} />
    </div>
  );
}

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});
