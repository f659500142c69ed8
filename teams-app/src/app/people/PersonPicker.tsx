import { useSession } from '../session';
import { FindPerson, type FindPersonProps } from './FindPerson';
import { peopleQuery } from './peopleQuery';
import { peopleTexts as texts } from './peopleTexts';

export type PersonPickerProps = Pick<FindPersonProps, 'label' | 'onPick'>;

/** Finds a person of the programme by the beginning of their name. */
export function PersonPicker({ label, onPick }: PersonPickerProps) {
  const { api } = useSession();
  return (
    <FindPerson
      nobody={texts.noPerson}
      find={(typed) => peopleQuery(api, typed)}
      {...{ label, onPick }}
    />
  );
}
