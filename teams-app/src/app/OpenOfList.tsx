import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ApiProblem } from '@last-mile/shared/client';
import { EmptyState, LoadingRows, usePointingIcon } from '@last-mile/shared/ui';
import type { ReactNode } from 'react';
import { LinkButton } from './LinkButton';
import { Loaded, type LoadedProps } from './Loaded';
import { onNarrow } from './narrow';

export interface OpenOfListProps<Data> extends Pick<LoadedProps<Data>, 'query' | 'children'> {
  label: string;
  /** The list, where it is not beside it. */
  backHref: string;
  back: string;
  loading: string;
  /** Said where there is no such thing. */
  gone: { readonly title: string; readonly text: string };
}

/** What is open of a list, with the way back where it takes the list's place. */
export function OpenOfList<Data>(props: OpenOfListProps<Data>) {
  const { label, backHref, back, query, loading, gone, children } = props;
  const styles = useStyles();
  const pointing = usePointingIcon();
  const isGone = query.error instanceof ApiProblem && query.error.status === 404;
  return (
    <section className={styles.root} aria-label={label}>
      <div className={styles.back}>
        <LinkButton
          href={backHref}
          appearance="subtle"
          icon={<ArrowLeftRegular className={pointing} />}
        >
          {back}
        </LinkButton>
      </div>
      {isGone ? (
        <EmptyState title={gone.title}>{gone.text}</EmptyState>
      ) : (
        <Loaded query={query} loading={<LoadingRows label={loading} rows={8} />}>
          {children}
        </Loaded>
      )}
    </section>
  );
}

export interface OpenCardProps {
  /** How far its parts stand apart. */
  gap: 'L' | 'XL';
  children: ReactNode;
}

/** The card on which it is shown, its parts below each other. */
export function OpenCard({ gap, children }: OpenCardProps) {
  const styles = useStyles();
  return <article className={mergeClasses(styles.card, styles[gap])}>{children}</article>;
}

const useStyles = makeStyles({
  root: { minWidth: 0 },
  back: {
    display: 'none',
    marginBottom: tokens.spacingVerticalS,
    [onNarrow]: { display: 'block' },
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    [onNarrow]: { padding: tokens.spacingHorizontalL },
  },
  L: { gap: tokens.spacingVerticalL },
  XL: { gap: tokens.spacingVerticalXL },
});
