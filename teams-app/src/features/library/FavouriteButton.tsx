import { ToggleButton } from '@fluentui/react-components';
import { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star';
import { libraryClient } from '@last-mile/shared/client';
import type { LibraryItem } from '@last-mile/shared/library';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { libraryQueries } from './libraryQueries';
import { libraryTexts as texts } from './libraryTexts';

/** Marks an item as one's own favourite; the star shows what was asked for, until it is known. */
export function FavouriteButton({ item: { clientKey, content } }: { item: LibraryItem }) {
  const { api } = useSession();
  const client = useQueryClient();
  const shelves = useQuery(libraryQueries.shelves(api));
  const change = useMutation({
    mutationFn: (favourite: boolean) => libraryClient(api).setFavourite(clientKey, favourite),
    onSettled: () => client.invalidateQueries(libraryQueries.shelves(api)),
  });
  if (shelves.data === undefined) return null;
  const isMarked = shelves.data.favourites.some((one) => one.clientKey === clientKey);
  const favourite = change.isPending ? change.variables : isMarked;
  return (
    <ToggleButton
      appearance="transparent"
      size="small"
      checked={favourite}
      icon={favourite ? <StarFilled /> : <StarRegular />}
      aria-label={texts.favourite(content.title)}
      onClick={() => {
        change.mutate(!favourite);
      }}
    />
  );
}
