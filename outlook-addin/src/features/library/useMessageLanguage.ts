import { spokenLanguage } from '@last-mile/shared/language';
import type { LibraryItem } from '@last-mile/shared/library';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ComposeMessage, MessageContext } from './composeMessage';
import { languageOf, languageOfAddresses, languageOfText } from './messageLanguage';

/** The language a template should have for a message, and why. */
export interface MessageLanguage {
  /** The best first; the last is that of the screen. */
  readonly wanted: readonly string[];
  /** What the first was told by; null when nothing tells and it is the screen's own. */
  readonly because: 'choice' | 'text' | 'address' | null;
  /** The person wants another one for this message. */
  readonly choose: (language: string) => void;
}

/**
 * Which language the message asks for: the person's own choice for it, else the words in it and in the
 * thread below, else the country in the recipients' addresses. The body is read only where the library
 * has more than one language; of it only the language is kept.
 */
export function useMessageLanguage(
  message: ComposeMessage | null,
  context: MessageContext | null,
  items: readonly LibraryItem[],
): MessageLanguage {
  const [chosen, setChosen] = useState<{ messageKey: string; language: string } | null>(null);
  const messageKey = message?.key ?? '';
  const isMixed = new Set(items.map(({ content }) => languageOf(content.language))).size > 1;
  const { data: ofText = null } = useQuery({
    queryKey: ['messageLanguage', messageKey],
    queryFn: async () =>
      message === null ? null : languageOfText((await message.readBody('whole')).content),
    enabled: isMixed && context !== null,
    retry: false,
    staleTime: Infinity,
  });
  const ofAddresses = languageOfAddresses(context?.to ?? []);
  const choice = chosen?.messageKey === messageKey ? chosen.language : null;
  const because =
    choice !== null ? 'choice' : ofText !== null ? 'text' : ofAddresses !== null ? 'address' : null;
  // The list is arranged anew only when one of them changes.
  const wanted = useMemo(
    () =>
      [choice, ofText, ofAddresses, languageOf(spokenLanguage().locale)].filter(
        (language) => language !== null,
      ),
    [choice, ofText, ofAddresses],
  );
  return {
    wanted,
    because,
    choose: (language) => {
      setChosen({ messageKey, language });
    },
  };
}
