import { createInterface } from 'node:readline/promises';
import { ConfigError, readConfig } from '../config';
import { FolderInUse } from '../db/folderOwner';
import { openPostgres } from '../startServer';
import { createParkedDeliveries } from '../sync/parkedDeliveries';
import { deliveriesCommand, usage } from './command';

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const postgres = await openPostgres(readConfig(process.env));
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const deliveries = createParkedDeliveries(postgres.database, () => new Date());
    return await deliveriesCommand(args, deliveries, {
      print: (line) => {
        console.log(line);
      },
      ask: (question) => terminal.question(question),
    });
  } finally {
    terminal.close();
    await postgres.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isKnown = error instanceof ConfigError || error instanceof FolderInUse;
  if (!isKnown) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
