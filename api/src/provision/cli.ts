import { runCommand } from './runCommand';
import { runProvision } from './runProvision';
import { realSurroundings } from './surroundings';

const surroundings = realSurroundings((line) => {
  console.log(line);
});

process.exitCode = await runCommand(
  () => runProvision(process.argv.slice(2), surroundings),
  (line) => {
    console.error(line);
  },
);
