import { Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ShareRegular } from '@fluentui/react-icons/svg/share';
import type { ReactNode } from 'react';

export interface ShareMenuProps {
  name: string;
  /** @default 'medium' */
  size?: 'small' | 'medium';
  /** Whether it is open from the start. @default false */
  defaultOpen?: boolean;
  /** The ways to pass on what is shown, as menu items. */
  children: ReactNode;
}

/** The button that passes on what is shown, and the ways to do it. */
export function ShareMenu({
  name,
  size = 'medium',
  defaultOpen = false,
  children,
}: ShareMenuProps) {
  return (
    <Menu defaultOpen={defaultOpen}>
      <MenuTrigger disableButtonEnhancement>
        <Button size={size} icon={<ShareRegular />}>
          {name}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
