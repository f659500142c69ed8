import { Input, makeStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { BegunSearch } from './drawFirstSearch';
import { hasScreenKeyboard } from './screenKeyboard';

export interface LibrarySearchProps {
  label: string;
  value: string;
  /** Id of the list it searches, and of the row that Enter opens. */
  listId: string;
  activeId: string | null;
  onSearch: (text: string) => void;
  /** Moves the choice by so many rows. */
  onMove: (steps: number) => void;
  onOpen: () => void;
  /** What was begun before this was there, and goes on in it; null for nothing. */
  begun: BegunSearch | null;
}

const stepsOf: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 5,
  PageUp: -5,
};

/** The search box has the focus while the arrows choose in the list: the combobox pattern of ARIA. */
export function LibrarySearch(props: LibrarySearchProps) {
  const { label, value, listId, activeId, onSearch, onMove, onOpen, begun } = props;
  const box = useRef<HTMLDivElement>(null);
  const styles = useStyles();
  const begin = useEffectEvent(() => {
    const field = box.current?.querySelector('input');
    if (begun?.focused ?? !hasScreenKeyboard()) field?.focus({ preventScroll: true });
    if (begun !== null) field?.setSelectionRange(...begun.marked);
  });
  // Before any more can be typed.
  useLayoutEffect(() => {
    begin();
  }, []);
  const openEntered = useEffectEvent(() => {
    if (begun?.entered === true) onOpen();
  });
  useEffect(() => {
    openEntered();
  }, []);
  useEffect(() => {
    if (activeId === null) return;
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function onKeyDown(event: KeyboardEvent) {
    const steps = stepsOf[event.key];
    if (steps !== undefined) onMove(steps);
    else if (event.key === 'Enter') onOpen();
    else if (event.key === 'Escape' && value !== '') onSearch('');
    else return;
    event.preventDefault();
  }

  return (
    <div ref={box}>
      <Input
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId ?? undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        contentBefore={<SearchRegular aria-hidden />}
        value={value}
        onChange={(_, data) => {
          onSearch(data.value);
        }}
        onKeyDown={onKeyDown}
        className={styles.input}
      />
    </div>
  );
}

const useStyles = makeStyles({ input: { width: '100%' } });
