import { listPlaces } from './inventory/lists';
import type { ListPlace, PersonColumn, Place, TablePlace, Tie } from './inventory/place';
import { tablePlaces, tablesWithoutPeople } from './inventory/tables';

/** The part of docs/privacy.md that says of every field why it is there; written from the inventory. */
export function inventoryDocument(): string {
  return [
    '## SharePoint lists',
    'Every item also has `ClientKey` (its public id), `ChangeId` (which write was the last) and `ActorId` (who wrote last; on `CheckIns` and `Practised` a random subject, on `Timings` and `SavedTime` a pseudonym, on `Feedback` of somebody who gave no name the pseudonym of that item). An erasure replaces `ActorId`.',
    ...listPlaces.map((place) => placeDocument(place.list, place)),
    '## Database tables',
    ...tablePlaces.map((place) => placeDocument(place.table, place)),
    '## Tables that hold nothing about one person',
    table(
      ['table', 'what it holds', 'columns'],
      tablesWithoutPeople.map(({ table: name, because, columns }) => [
        ...[`\`${name}\``, because],
        columns.map((column) => `\`${column}\``).join(', '),
      ]),
    ),
  ].join('\n\n');
}

function placeDocument(name: string, place: ListPlace | TablePlace): string {
  return [
    `### ${name}`,
    `${place.what} **Why**: ${place.why} **How long**: ${place.keptFor} **Who sees it**: ${place.seenBy}`,
    table(['field', 'what it says', 'tied to the person by', 'after an erasure'], rowsOf(place)),
    restOf(place),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function rowsOf({ people, says }: Place): string[][] {
  return [
    ...Object.entries(people).map(([column, person]) => [
      ...[`\`${column}\``, person.says, tieInWords(person.by), afterwards(person)],
    ]),
    ...Object.entries(says)
      .filter(([column]) => !(column in people))
      .map(([column, what]) => [
        `\`${column}\``,
        what,
        'its record',
        isEmptied(people, column) ? 'emptied' : 'as its record',
      ]),
  ];
}

function restOf({ rest }: Place): string {
  if (rest.length === 0) return '';
  return `Says nothing of a person: ${rest.map((column) => `\`${column}\``).join(', ')}.`;
}

const isEmptied = (people: Place['people'], column: string) =>
  Object.values(people).some(({ empties = {} }) => column in empties);

function tieInWords(tie: Tie): string {
  if (tie.by === 'digest') return `keyed digest, key “${tie.key}”`;
  return {
    objectId: 'object id',
    objectIds: 'object ids, one a line',
    digests: 'keyed digests',
    subject: 'random subject',
    subjects: 'random subjects',
    receipt: 'the receipt of the feedback',
    reporter: 'object id, or the receipt of the feedback',
    actor: 'whatever `ActorId` of the list says',
    nobody: 'nobody',
  }[tie.by];
}

function afterwards({ onErasure, because, deletedWhereSet, becomes, by }: PersonColumn): string {
  switch (onErasure) {
    case 'kept':
      return `kept: ${because ?? ''}`;
    case 'deleted':
      return 'the record is deleted';
    case 'emptied':
      return 'the person and their words go, the record stays';
    case 'unlinked': {
      const how =
        by.by === 'subject' || by.by === 'subjects'
          ? 'unlinked: the link table leads to it no more'
          : becomes === 'nobody'
            ? 'emptied'
            : becomes === 'random' || by.by === 'digest'
              ? 'unlinked: something random stands there'
              : 'replaced by somebody who was erased';
      return deletedWhereSet === undefined
        ? how
        : `${how}; where \`${deletedWhereSet}\` is set, the record is deleted`;
    }
  }
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
