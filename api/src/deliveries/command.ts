import { parseArgs } from 'node:util';
import { keyNamed, type ParkedDeliveries } from '../sync/parkedDeliveries';

export const usage = `npm run deliveries -- [--list | --replay all | --replay LIST/KEY | --drop LIST/KEY]

What SharePoint would not take. Nobody is shown what was written.
  --list             what is parked, since when, and Graph's code for why (this is the default)
  --replay all       tries all of it again, after what stopped it was put right
  --replay LIST/KEY  tries one again
  --drop LIST/KEY    forgets what one says, for good; asks first

It uses the settings of the API (docs/operations.md), and what it changes is in the audit trail.`;

/** A person at a machine. */
export interface Terminal {
  readonly print: (line: string) => void;
  /** What they type. */
  readonly ask: (question: string) => Promise<string>;
}

/** Who a command line knows: nobody. */
const operator = 'operator';

/** Does what the arguments say; answers the exit code. */
export async function deliveriesCommand(
  args: readonly string[],
  deliveries: ParkedDeliveries,
  { print, ask }: Terminal,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      list: { type: 'boolean' },
      replay: { type: 'string' },
      drop: { type: 'string' },
    },
  });

  if (values.replay !== undefined) {
    const key = keyNamed(values.replay);
    if (values.replay !== 'all' && key === undefined) return refuse(values.replay);
    const replayed = await deliveries.replay(key === undefined ? 'all' : [key], operator);
    print(`${replayed} will be tried again within seconds.`);
    return 0;
  }

  if (values.drop !== undefined) {
    const key = keyNamed(values.drop);
    if (key === undefined) return refuse(values.drop);
    const typed = await ask(
      `What this says is lost for good, and whoever wrote it is not told. Type ${key.clientKey} to drop it: `,
    );
    if (typed.trim() !== key.clientKey) {
      print('Nothing was dropped.');
      return 1;
    }
    const isDropped = await deliveries.drop(key, operator);
    print(isDropped ? 'Dropped.' : 'Nothing is parked under this key.');
    return isDropped ? 0 : 1;
  }

  const { health, waiting, oldestWaitingAt, parked, items } = await deliveries.state();
  const since = oldestWaitingAt === null ? '' : `, the oldest since ${oldestWaitingAt}`;
  print(`Delivery is ${health}: ${waiting} waiting${since}; ${parked} parked.`);
  for (const { list, clientKey, reason, acceptedAt } of items) {
    print(`${list}/${clientKey}  ${reason}  accepted ${acceptedAt}`);
  }
  return 0;

  function refuse(name: string): number {
    print(`${name} is no LIST/KEY as --list shows them.`);
    return 1;
  }
}
