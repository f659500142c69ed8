import { plural } from '@last-mile/shared/language';
import type { DeliveryHealth } from '@last-mile/shared/operations';
import type { deliveriesTexts } from './deliveriesTexts';

const health: Record<DeliveryHealth, string> = {
  well: 'Alles, was geschrieben wurde, ist in SharePoint oder wie vorgesehen unterwegs.',
  lagging:
    'SharePoint ist langsam oder nicht erreichbar. Alles bleibt aufbewahrt und geht von selbst weiter, sobald es antwortet.',
  parked:
    'SharePoint hat etwas nicht angenommen. Es bleibt hier aufbewahrt, bis es jemand erneut versucht.',
};

export const deliveriesGerman: typeof deliveriesTexts = {
  title: 'Unterwegs zu SharePoint',
  subtitle:
    'Was geschrieben wird, ist sofort aufbewahrt und nach Sekunden in den Listen. Hier steht, was noch nicht ankam, nie, was es sagt.',
  loading: 'Es wird nachgesehen',
  health,
  waiting: (count: string) => `Es warten: ${count}`,
  oldest: (moment: string) => `Das Älteste davon seit ${moment}`,
  parked: (count: string) => `Von SharePoint nicht angenommen: ${count}`,
  whatToDo:
    'Zuerst beheben, was es aufhielt (der Doctor nennt es: npm run doctor), dann erneut versuchen. Nichts kommt doppelt an.',
  tableCaption: 'Von SharePoint nicht angenommen',
  list: 'Liste',
  reason: 'Antwort von SharePoint',
  at: 'Geschrieben',
  act: 'Was sich tun lässt',
  again: 'Erneut versuchen',
  againNamed: (list: string, key: string) => `${list} ${key} erneut versuchen`,
  allAgain: 'Alles erneut versuchen',
  replayed: (count: number) =>
    plural(count, {
      one: '# wird in Sekunden erneut versucht.',
      other: '# werden in Sekunden erneut versucht.',
    }),
  notReplayed: 'Es ließ sich nicht erneut versuchen',
  more: (count: string) => `Gezeigt sind die ältesten ${count}.`,
};
