import { mondayOf } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import { keysFor, lastingKeyFor, type AppConfig, type KeyPurpose } from './config';
import type { Database } from './db/database';
import { createPersonDigest, type Person } from './features/adoption/facts/subjects';
import { endMemberships, rememberErased } from './features/adoption/people/eraseSubject';
import type { Pseudonyms } from './features/feedback/pseudonyms';
import { knownObjectIds } from './features/privacy/knownObjectIds';
import { createPersonalData, type PersonalData } from './features/privacy/personalData';
import type { Programmes } from './features/programme/programmes';
import type { ListStores } from './sync/listStores';

export interface PersonalDataDependencies {
  readonly config: AppConfig;
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly programmes: Pick<Programmes, 'all' | 'courseOf' | 'membersOf'>;
  readonly pseudonyms: Pseudonyms;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** Composes what is held of people from the keys and names that features know them by. */
export function composePersonalData(dependencies: PersonalDataDependencies): PersonalData {
  const { config, database, lists, programmes, pseudonyms, now, onError } = dependencies;
  const { tenantId, retention } = config;
  const digestOf = (purpose: KeyPurpose) => createPersonDigest(...keysFor(config, purpose));
  /** What stands in SharePoint. */
  const lastingDigestOf = (purpose: KeyPurpose) =>
    createPersonDigest(lastingKeyFor(config, purpose));
  const digests = {
    'usage subjects': digestOf('usage subjects'),
    'feedback reporters': (person: Person) => pseudonyms.digestOf(person),
    'workflow timings': lastingDigestOf('workflow timings'),
    'saved time': lastingDigestOf('saved time'),
    coaching: lastingDigestOf('coaching'),
    'seen roles': digestOf('seen roles'),
    'library favourites': digestOf('library favourites'),
  };

  return createPersonalData({
    ...{ database, lists, now, onError, rememberedDays: retention.erasures },
    digestsOf: (userId) => {
      const person = { tenantId, userId };
      return {
        'usage subjects': digests['usage subjects'](person),
        'feedback reporters': digests['feedback reporters'](person),
        'workflow timings': digests['workflow timings'](person),
        'saved time': digests['saved time'](person),
        coaching: digests.coaching(person),
        'seen roles': digests['seen roles'](person),
        'library favourites': digests['library favourites'](person),
      };
    },
    unnamed: {
      pseudonymOf: (userId, clientKey) => pseudonyms.nameFor({ tenantId, userId }, clientKey),
      markOf: (userId, clientKey) => pseudonyms.markFor({ tenantId, userId }, clientKey),
    },
    async answersFor(userId) {
      const names: string[] = [];
      for (const programme of await programmes.all()) {
        const isNamed = programme.ownerId === userId || programme.sponsorId === userId;
        if (isNamed && (await programmes.courseOf(programme)).ended === null) {
          names.push(programme.name);
        }
      }
      return names;
    },
    async nextWeek(at) {
      const zones = (await programmes.all()).map(({ timeZone }) => timeZone);
      // One day for all: where it is Monday already, the week that is running there counts too.
      return ['UTC', ...zones]
        .map((zone) => addDays(mondayOf(calendarDayIn(at, zone)), 7))
        .reduce((latest, day) => (day > latest ? day : latest));
    },
    async knownPeople() {
      const known = new Set(await knownObjectIds(database));
      for (const programme of await programmes.all()) {
        for (const userId of (await programmes.membersOf(programme)).keys()) known.add(userId);
      }
      return [...known];
    },
    usage: { rememberErased, endMemberships },
  });
}
