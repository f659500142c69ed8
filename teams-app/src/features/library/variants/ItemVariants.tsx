import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentCopyRegular } from '@fluentui/react-icons/svg/document-copy';
import { TranslateRegular } from '@fluentui/react-icons/svg/translate';
import type { LibraryItem } from '@last-mile/shared/library';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { OriginalNews } from './OriginalNews';
import { variantTexts as texts } from './variantTexts';

/** In what other forms is an item there, and which can be made of it? */
export function ItemVariants({ item }: { item: LibraryItem }) {
  const styles = useStyles();
  const { clientKey } = item;
  const originalKey = item.basedOn?.clientKey ?? item.translationOf;
  const isShared = item.status === 'published' && item.basedOn === null;
  return (
    <div className={styles.root}>
      {originalKey !== null && <OriginalLink item={item} originalKey={originalKey} />}
      {originalKey !== null && item.originalChanged && (
        <OriginalNews originalKey={originalKey} version={item.originalVersion} />
      )}
      {isShared && originalKey === null && <Translations clientKey={clientKey} />}
      {isShared && (
        <div className={styles.ways}>
          <LinkButton
            href={toHref({ page: 'libraryEdit', clientKey, as: 'ownVariant' })}
            icon={<DocumentCopyRegular />}
          >
            {texts.ownVariant}
          </LinkButton>
          {originalKey === null && (
            <LinkButton
              href={toHref({ page: 'libraryEdit', clientKey, as: 'translation' })}
              icon={<TranslateRegular />}
            >
              {texts.translate}
            </LinkButton>
          )}
        </div>
      )}
    </div>
  );
}

/** Where the original is no longer to be had, nothing leads to it. */
function OriginalLink({ item, originalKey }: { item: LibraryItem; originalKey: string }) {
  const { api } = useSession();
  const { data: original } = useQuery(libraryQueries.item(api, originalKey));
  if (original === undefined) return null;
  return (
    <Text>
      {item.basedOn === null ? texts.translationOf : texts.variantOf}{' '}
      <Link inline href={toHref({ page: 'libraryItem', clientKey: originalKey })}>
        {original.content.title}
      </Link>
    </Text>
  );
}

function Translations({ clientKey }: { clientKey: string }) {
  const styles = useStyles();
  const { api, formats } = useSession();
  const { data } = useQuery(libraryQueries.translations(api, clientKey));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <div className={styles.translations}>
      <Text id={`translations-${clientKey}`}>{texts.translations}</Text>
      <ul aria-labelledby={`translations-${clientKey}`} className={styles.list}>
        {data.items.map((translation) => (
          <li key={translation.clientKey}>
            <Link href={toHref({ page: 'libraryItem', clientKey: translation.clientKey })}>
              {formats.language(translation.content.language)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  translations: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
});
