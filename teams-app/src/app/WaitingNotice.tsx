import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular } from '@fluentui/react-icons/svg/cloud-arrow-up';
import type { UnsentQueue } from '@last-mile/shared/client';
import { useEffect } from 'react';
import { appTexts } from './appTexts';
import { useSession } from './session';
import { useUnsent } from './useUnsent';

const flushEveryMs = 60_000;

const howMany = (queue: UnsentQueue) => queue.waiting();

/** Says how much waits on this device, and sends it: at the start, once online, each minute, by hand. */
export function WaitingNotice() {
  const styles = useStyles();
  const { queue } = useSession();
  const waiting = useUnsent(howMany, 0) ?? 0;
  useFlushing(queue, waiting > 0);
  return (
    <div role="status" className={waiting > 0 ? styles.root : styles.idle}>
      {waiting > 0 && (
        <>
          <CloudArrowUpRegular aria-hidden />
          <Text size={200}>{appTexts.waiting(waiting)}</Text>
          <Button size="small" appearance="transparent" onClick={() => void queue.flush()}>
            {appTexts.sendNow}
          </Button>
        </>
      )}
    </div>
  );
}

function useFlushing(queue: UnsentQueue, some: boolean) {
  useEffect(() => {
    const flush = () => void queue.flush();
    flush();
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('online', flush);
    };
  }, [queue]);
  useEffect(() => {
    if (!some) return;
    const timer = setInterval(() => void queue.flush(), flushEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, [queue, some]);
}

const useStyles = makeStyles({
  // Out of the layout, but there: a live region must exist before it has something to say.
  idle: { position: 'absolute' },
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
});
