import { Text } from '@fluentui/react-components';
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

export interface NoticeProps {
  intent: 'info' | 'warning' | 'error';
  title?: string;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}

let loaded: ComponentType<NoticeProps> | undefined;

/**
 * A bar with a word on the page. Few openings need one, so the bar is fetched when it is needed; what it
 * says stands there at once, and stays where the connection is gone that it tells of.
 */
export function Notice(props: NoticeProps) {
  const [Bar, setBar] = useState(() => loaded);
  useEffect(() => {
    if (loaded !== undefined) return;
    import('./NoticeBar').then(
      ({ NoticeBar }) => {
        loaded = NoticeBar;
        setBar(() => NoticeBar);
      },
      () => undefined,
    );
  }, []);
  if (Bar !== undefined) return <Bar {...props} />;
  const { title, children, action, className } = props;
  return (
    <div role="status" className={className}>
      <Text weight="semibold">{title}</Text> <Text>{children}</Text> {action}
    </div>
  );
}
