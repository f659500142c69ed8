import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular } from '@fluentui/react-icons/svg/cloud-arrow-up';
import type { UnsentQueue } from '@last-mile/shared/client';
import { useEffect, useState } from 'react';
import { appTexts } from './appTexts';

const flushEveryMs = 60_000;

/** Says how much waits on this device, and sends it: at the start, once online, each minute, by hand. */
export function WaitingNotice({ queue }: { queue: UnsentQueue }) {
  const styles = useStyles();
  const waiting = useWaiting(queue);
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

function useWaiting(queue: UnsentQueue) {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    let watching = true;
    const stop = queue.watch(setWaiting);
    // Where the browser keeps nothing, nothing waits.
    queue.waiting().then(
      (count) => {
        if (watching) setWaiting(count);
      },
      () => undefined,
    );
    return () => {
      watching = false;
      stop();
    };
  }, [queue]);
  return waiting;
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
