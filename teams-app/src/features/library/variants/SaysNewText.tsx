import { Checkbox } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { variantTexts as texts } from './variantTexts';

export interface SaysNewTextProps {
  originalKey: string;
  /** Version of the original that the text is said to say; undefined where nothing is said anew. */
  version: number | undefined;
  onChange: (version: number | undefined) => void;
}

/** Only its writer knows whether a text has caught up with its original. */
export function SaysNewText({ originalKey, version, onChange }: SaysNewTextProps) {
  const { api } = useSession();
  const { data: original } = useQuery(libraryQueries.item(api, originalKey));
  if (original === undefined) return null;
  return (
    <Checkbox
      label={texts.saysNewText(original.version)}
      checked={version === original.version}
      onChange={(_, { checked }) => {
        onChange(checked === true ? original.version : undefined);
      }}
    />
  );
}
