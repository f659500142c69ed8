import type { DataKind, ErasureAct } from '@last-mile/shared/privacy';
import type { FieldValue, ListName } from '../../../sync/listDefinition';

/** Which key a digest was made with; each purpose has one of its own. */
export type DigestName =
  | 'usage subjects'
  | 'feedback reporters'
  | 'workflow timings'
  | 'saved time'
  | 'coaching'
  | 'seen roles'
  | 'library favourites';

/**
 * How a column tells whose a record is: by Entra's object id, by several of them (one a line), by a keyed
 * digest or all of them, by the random subject that only the link table leads to, by the key of feedback the person sent,
 * by whoever sent it (an object id or a pseudonym made for one item), by whichever of these the list
 * writes into `ActorId`, or not at all.
 */
export type Tie =
  | {
      readonly by:
        | 'objectId'
        | 'objectIds'
        | 'digests'
        | 'subject'
        | 'subjects'
        | 'receipt'
        | 'reporter'
        | 'actor'
        | 'nobody';
    }
  | { readonly by: 'digest'; readonly key: DigestName };

/** A column that leads to a person, and what an erasure does about it. */
export interface PersonColumn {
  readonly says: string;
  readonly by: Tie;
  readonly onErasure: ErasureAct;
  /** What else is written where the record stays: the person's own words go. */
  readonly empties?: Readonly<Record<string, FieldValue>>;
  /** Where this column says something too, the record goes altogether. */
  readonly deletedWhereSet?: string;
  /** What is written in place of the person; "somebody who left" where nothing is said. */
  readonly becomes?: 'nobody' | 'random';
  /** Why it stays, where it stays. */
  readonly because?: string;
}

/** A list or table, every column of it, and what is kept there about people. */
export interface Place {
  readonly kind: DataKind;
  readonly what: string;
  readonly why: string;
  readonly keptFor: string;
  readonly seenBy: string;
  readonly people: Readonly<Record<string, PersonColumn>>;
  /** What a record says of, or with, its person. */
  readonly says: Readonly<Record<string, string>>;
  /** Columns that tell nothing about anybody. */
  readonly rest: readonly string[];
}

export interface ListPlace extends Place {
  readonly list: ListName;
  /** Whom the platform's `ActorId` names; the last writer by object id where nothing is said. */
  readonly actor?: Tie;
}

export interface TablePlace extends Place {
  readonly table: string;
}

/** A table that holds nothing about one person, and why. */
export interface TableWithoutPeople {
  readonly table: string;
  readonly because: string;
  readonly columns: readonly string[];
}

export const by = (how: Exclude<Tie['by'], 'digest'>): Tie => ({ by: how });
export const digest = (key: DigestName): Tie => ({ by: 'digest', key });
