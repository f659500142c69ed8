import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { BotSparkleRegular } from '@fluentui/react-icons/svg/bot-sparkle';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import type { LibraryItem, LibraryResponse } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import type { Workflow } from '@last-mile/shared/workflows';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { LinkButton } from '../../app/LinkButton';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { FavouriteButton } from './FavouriteButton';
import { Highlighted } from './Highlighted';
import { isPastReview } from './libraryDates';
import { libraryTexts as texts } from './libraryTexts';

export interface LibraryListProps {
  list: UseInfiniteQueryResult<InfiniteData<LibraryResponse>>;
  tasks: readonly Workflow[];
  selected: string | undefined;
  /** Whether search or filters narrow the list. */
  filtered: boolean;
  onClear: () => void;
}

/** The items that match, with how many there are and as of when. */
export function LibraryList({ list, tasks, selected, filtered, onClear }: LibraryListProps) {
  const styles = useStyles();
  const { formats, may } = useSession();
  const pages = list.data?.pages;
  const first = pages?.[0];
  if (pages === undefined || first === undefined)
    return <LoadingRows label={texts.loading} rows={8} />;

  const items = pages.flatMap((page) => page.items);
  const words = new Set(pages.flatMap((page) => page.words));
  return (
    <>
      <div role="status" className={styles.count}>
        <Text weight="semibold">{texts.found(first.total)}</Text>
        {first.asOf !== null && (
          <Caption1 className={styles.quiet}>{texts.asOf(formats.moment(first.asOf))}</Caption1>
        )}
      </div>
      {items.length === 0 ? (
        filtered ? (
          <EmptyState
            title={texts.nothingFoundTitle}
            action={<Button onClick={onClear}>{texts.clearFilters}</Button>}
          >
            {texts.nothingFound}
          </EmptyState>
        ) : (
          <EmptyState
            title={texts.emptyTitle}
            action={
              may.champion && (
                <LinkButton appearance="primary" href={toHref({ page: 'libraryImport' })}>
                  {texts.import}
                </LinkButton>
              )
            }
          >
            {may.champion ? texts.emptyForChampion : texts.empty}
          </EmptyState>
        )
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <Row
              key={item.clientKey}
              item={item}
              task={tasks.find(({ clientKey }) => clientKey === item.content.taskKey)}
              selected={item.clientKey === selected}
              words={words}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          className={styles.more}
          disabledFocusable={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? texts.loadingMore : texts.more}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  item: LibraryItem;
  task: Workflow | undefined;
  selected: boolean;
  /** Words of the search, as texts hold them. */
  words: ReadonlySet<string>;
}

function Row({ item, task, selected, words }: RowProps) {
  const styles = useStyles();
  const { formats, programme } = useSession();
  const { content } = item;
  const Icon = content.kind === 'prompt' ? BotSparkleRegular : MailRegular;
  return (
    <li className={styles.item}>
      <a
        href={toHref({ page: 'libraryItem', clientKey: item.clientKey })}
        aria-current={selected ? 'true' : undefined}
        className={mergeClasses(styles.row, selected && styles.selected)}
      >
        <Icon className={styles.icon} aria-label={texts.kinds[content.kind]} />
        <span className={styles.words}>
          <Text weight="semibold" block className={styles.title} lang={content.language}>
            <Highlighted text={content.title} words={words} />
          </Text>
          {content.purpose !== '' && (
            <Text
              size={200}
              block
              className={mergeClasses(styles.quiet, styles.purpose)}
              lang={content.language}
            >
              <Highlighted text={content.purpose} words={words} />
            </Text>
          )}
          <span className={styles.marks}>
            <Caption1 className={styles.quiet}>
              {[
                ...(task === undefined ? [] : [task.task]),
                item.author.name ?? texts.authorUnknown,
              ].join(' · ')}
            </Caption1>
            {item.status !== 'published' && (
              <Badge appearance="tint" color="informative">
                {texts.statuses[item.status]}
              </Badge>
            )}
            {item.proposal !== null && (
              <Badge appearance="tint" color="warning">
                {texts.proposedText}
              </Badge>
            )}
            {isPastReview(item, programme.timeZone) && item.reviewOn !== null && (
              <Badge appearance="tint" color="warning">
                {texts.pastReview(formats.shortDay(item.reviewOn))}
              </Badge>
            )}
          </span>
        </span>
      </a>
      {item.status === 'published' && (
        <span className={styles.star}>
          <FavouriteButton item={item} />
        </span>
      )}
    </li>
  );
}

const useStyles = makeStyles({
  count: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', alignItems: 'start' },
  row: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground1Hover,
    },
    // High contrast turns the colours of this row round, so its quiet texts have to follow.
    ':hover span': { color: tokens.colorNeutralForeground1Hover },
    ':hover svg': { color: tokens.colorNeutralForeground2BrandHover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1Selected,
    '& span': { color: tokens.colorNeutralForeground1Selected },
    '& svg': { color: tokens.colorNeutralForeground2BrandSelected },
    borderLeftColor: tokens.colorBrandStroke1,
  },
  star: { paddingBlock: tokens.spacingVerticalS },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorBrandForeground1 },
  words: { minWidth: 0, flexGrow: 1 },
  title: { overflowWrap: 'anywhere' },
  purpose: {
    maxHeight: `calc(2 * ${tokens.lineHeightBase200})`,
    overflow: 'hidden',
  },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
  more: { marginTop: tokens.spacingVerticalM },
});
