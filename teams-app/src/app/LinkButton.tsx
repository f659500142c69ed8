import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

export interface LinkButtonProps {
  href: string;
  icon?: ReactElement;
  appearance?: ButtonProps['appearance'];
  size?: ButtonProps['size'];
  children: ReactNode;
}

/** A link to another page that looks like a button. */
export function LinkButton({ href, icon, appearance, size, children }: LinkButtonProps) {
  return (
    <Button
      as="a"
      href={href}
      {...(icon === undefined ? {} : { icon })}
      {...(appearance === undefined ? {} : { appearance })}
      {...(size === undefined ? {} : { size })}
    >
      {children}
    </Button>
  );
}
