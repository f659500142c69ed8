import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type {
  ApprovedVersion,
  LibraryContent,
  RestoreRequest,
  VersionsResponse,
} from '@last-mile/shared/library';
import { useSession } from '../../../app/session';
import { lifeTexts as texts } from '../lifeTexts';
import { VersionRow } from './VersionRow';

export interface VersionListProps {
  versions: VersionsResponse;
  /** The text in use, which the others are compared with. */
  present: LibraryContent;
  /** Its version. */
  inUse: number;
  /** Proposes an earlier text again; left out for who may not. */
  onRestore?: (from: RestoreRequest['from']) => void;
}

/** The approved texts with what became of each, then what SharePoint itself keeps. */
export function VersionList({ versions, present, inUse, onRestore }: VersionListProps) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <>
      <ul className={styles.list}>
        {versions.approved.map((approved) => {
          const name = texts.approvedVersion(approved.version);
          const isInUse = approved.version === inUse;
          return (
            <VersionRow
              key={approved.version}
              name={isInUse ? `${name}, ${texts.inUse}` : name}
              facts={factsOf(approved, formats)}
              content={approved.content}
              present={present}
              {...(onRestore && !isInUse
                ? {
                    onRestore: () => {
                      onRestore({ approved: approved.version });
                    },
                  }
                : {})}
            />
          );
        })}
      </ul>
      {versions.history !== null && (
        <>
          <Text weight="semibold">{texts.history}</Text>
          <ul className={styles.list}>
            {versions.history.map(({ id, at, by, content }) => (
              <VersionRow
                key={id}
                name={texts.historyEntry(formats.moment(at), by?.name ?? texts.someone)}
                facts={[]}
                content={content}
                present={present}
                {...(onRestore
                  ? {
                      onRestore: () => {
                        onRestore({ history: id });
                      },
                    }
                  : {})}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What is known of an approved text; what too few people made known is said to be so, never 0. */
function factsOf(
  { approvedAt, approvedBy, effect }: ApprovedVersion,
  formats: ReturnType<typeof useSession>['formats'],
): string[] {
  const approved = [
    texts.approvedOn(formats.moment(approvedAt)),
    ...(approvedBy === null ? [] : [texts.approvedBy(approvedBy.name ?? texts.someone)]),
  ].join(' ');
  if (effect === null) return [approved];
  const { uses, keptShare, flags } = effect;
  return [
    approved,
    uses === null ? texts.tooFewUses : texts.uses(uses),
    ...(keptShare === null ? [] : [texts.kept(formats.percent(keptShare))]),
    texts.flags(flags),
  ];
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
});
