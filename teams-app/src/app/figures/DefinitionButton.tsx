import { Button, type ButtonProps } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { Ref } from 'react';
import { useOffPaper } from '../useOffPaper';
import { figureTexts as texts } from './figureTexts';

export type DefinitionButtonProps = Omit<
  ButtonProps,
  'icon' | 'appearance' | 'size' | 'className'
> & {
  /** Title of what is defined. */
  of: string;
  ref?: Ref<HTMLButtonElement>;
};

/** The ⓘ beside a title. */
export function DefinitionButton({ of, ...props }: DefinitionButtonProps) {
  const offPaper = useOffPaper();
  return (
    <Button
      {...(props as ButtonProps)}
      className={offPaper}
      appearance="transparent"
      size="small"
      icon={<InfoRegular />}
      aria-label={texts.about(of)}
    />
  );
}
