import { useEffect, useRef, useState } from 'react';
import { stayAt } from '../../app/routes';
import { useDebounced } from '../../app/useDebounced';
import { readSearch, writeSearch, type LibrarySearch } from './librarySearch';

const typingMs = 120;

/**
 * What the list is narrowed by. While the list is open its address says it too, so that it can be
 * shared and come back to; and where a link leads to another search of the list, that one counts.
 *
 * @param linked The search of the address.
 * @param listOpen Whether the address is the list's; an open item has one of its own.
 */
export function useAddressedSearch(linked: LibrarySearch | undefined, listOpen: boolean) {
  const address = writeSearch(linked ?? {});
  const [filters, setFilters] = useState<LibrarySearch>(linked ?? {});
  const searched = useDebounced(filters, typingMs);
  /** What the open list and its address have agreed on; null while an item is open. */
  const agreed = useRef<string | null>(null);

  useEffect(() => {
    if (!listOpen) {
      agreed.current = null;
    } else if (agreed.current !== null && agreed.current !== address) {
      agreed.current = address;
      setFilters(readSearch(new URLSearchParams(address)));
    } else {
      agreed.current = writeSearch(searched);
      if (agreed.current !== address) stayAt({ page: 'library', search: searched });
    }
  }, [listOpen, searched, address]);

  return { filters, searched, setFilters };
}
