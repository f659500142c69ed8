import type { TabAddress } from '@last-mile/shared/feedback';
import type { LibraryItem } from '@last-mile/shared/library';
import type { ReactNode } from 'react';
import type { MessageLanguage } from './useMessageLanguage';

/** An item that is open, and what can be done from there in every kind of message. */
export interface OpenItem {
  item: LibraryItem;
  /** The task it serves; '' for none. */
  taskName: string;
  /** Where Teams has the tab, which shows the item too; null where nobody knows. */
  tab: TabAddress | null;
  /** The item in every language it has. */
  variants: readonly LibraryItem[];
  /** What its language was told by; null for nothing. */
  languageBecause: MessageLanguage['because'];
  onChooseLanguage: (variant: LibraryItem) => void;
  /** What the person typed, by placeholder; the others are proposed. */
  edits: Readonly<Record<string, string>>;
  onEdit: (name: string, value: string) => void;
  onUsed: () => void;
  onFlag: () => void;
  onBack: () => void;
  /** Whom to ask about the task; nothing for an item without one. */
  ask: ReactNode;
}
