import { Caption1 } from '@fluentui/react-components';
import { useState } from 'react';
import { savingTexts as texts } from './savingTexts';
import { useOffPaper } from './useOffPaper';

/** Does something that leaves the page, and remembers what to say of it. */
export function useSaving() {
  const [said, setSaid] = useState('');
  /** Does `work` and says what it answers. */
  const attempt = (work: () => string | Promise<string>) => {
    const outcome = async () => {
      try {
        setSaid(await work());
      } catch {
        setSaid(texts.notSaved);
      }
    };
    void outcome();
  };
  /** Saves a file and says under which name. */
  const save = (work: () => string | Promise<string>) => {
    attempt(async () => texts.saved(await work()));
  };
  return { said, attempt, save };
}

/** What came of it, seen and read out. */
export function SavedNotice({ said }: { said: string }) {
  const offPaper = useOffPaper();
  return (
    <Caption1 role="status" className={offPaper}>
      {said}
    </Caption1>
  );
}
