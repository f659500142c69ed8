import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

export interface LinkButtonProps {
  href: string;
  icon?: ReactElement;
  appearance?: ButtonProps['appearance'];
  size?: ButtonProps['size'];
  /** Said in place of the words, where they alone do not tell one link from another. */
  label?: string;
  children: ReactNode;
}

/** A link to another page that looks like a button. */
export function LinkButton({ href, icon, appearance, size, label, children }: LinkButtonProps) {
  return (
    <Button
      as="a"
      href={href}
      {...(icon === undefined ? {} : { icon })}
      {...(appearance === undefined ? {} : { appearance })}
      {...(size === undefined ? {} : { size })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Button>
  );
}
