import { plural } from '@last-mile/shared/language';
import type { DeliveryHealth } from '@last-mile/shared/operations';
import { texts } from '../../../app/texts';

const health: Record<DeliveryHealth, string> = {
  well: 'Everything people wrote is in SharePoint, or on its way as it should be.',
  lagging:
    'SharePoint is slow or away. What people wrote is kept and goes by itself once it answers.',
  parked: 'SharePoint would not take something. It is kept here until somebody tries it again.',
};

/** Words of the page about what is on its way to SharePoint. */
export const deliveriesTexts = texts('deliveries', {
  title: 'On the way to SharePoint',
  subtitle:
    'What people write is kept at once and delivered to the lists within seconds. Here you see what has not arrived, never what it says.',
  loading: 'Looking it up',
  health,
  waiting: (count: string) => `Waiting: ${count}`,
  oldest: (moment: string) => `The oldest of them since ${moment}`,
  parked: (count: string) => `Not taken by SharePoint: ${count}`,
  whatToDo:
    'Put right what stopped it (the doctor names it: npm run doctor), then try it again. Nothing is delivered twice.',
  tableCaption: 'Not taken by SharePoint',
  list: 'List',
  reason: 'What SharePoint answered',
  at: 'Written',
  act: 'What you can do',
  again: 'Try again',
  againNamed: (list: string, key: string) => `Try ${list} ${key} again`,
  allAgain: 'Try all again',
  replayed: (count: number) =>
    plural(count, {
      one: '# is tried again within seconds.',
      other: '# are tried again within seconds.',
    }),
  notReplayed: 'It could not be tried again',
  more: (count: string) => `The oldest ${count} are shown.`,
});
