import { Text } from '@fluentui/react-components';
import type { SaveEffortRequest } from '@last-mile/shared/programme';
import { MineOrTheirs } from '../../../app/MineOrTheirs';
import { useSession } from '../../../app/session';
import { effortTexts as texts } from './effortTexts';
import { moneyIn } from './money';

type Written = Pick<SaveEffortRequest, 'hours' | 'spend' | 'note'>;

export interface EffortConflictProps {
  theirs: Written;
  mine: Written;
  currency: string | null;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two people wrote the same week down: which one holds? */
export function EffortConflict(props: EffortConflictProps) {
  const { formats } = useSession();
  const { theirs, mine, currency, onMine, onTheirs } = props;
  const inWords = ({ hours, spend, note }: Written) =>
    [texts.inWords(formats.number(hours), moneyIn(formats, spend, currency)), note ?? '']
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <MineOrTheirs size="small" {...{ texts, onMine, onTheirs }}>
      <Text>
        {texts.theirs}: {inWords(theirs)}
      </Text>
      <Text>
        {texts.mine}: {inWords(mine)}
      </Text>
    </MineOrTheirs>
  );
}
