import { runCommand } from '../provision/runCommand';
import { realSurroundings } from '../provision/surroundings';
import { runRoles } from './runRoles';

const surroundings = realSurroundings((line) => {
  console.log(line);
});

process.exitCode = await runCommand(
  () => runRoles(process.argv.slice(2), surroundings),
  (line) => {
    console.error(line);
  },
);
