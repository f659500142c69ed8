import { Text } from '@fluentui/react-components';
import { useEffect, useState, type ComponentType } from 'react';
import type { NoticeProps } from './NoticeBar';

type Bar = ComponentType<NoticeProps>;
let loaded: Bar | undefined;

/**
 * A bar with a word on the page. Few openings need one, so the bar is fetched when it is needed; what it
 * says stands there at once, and stays where the connection is gone that it tells of. What can be done
 * comes with the bar or once it is known that none comes, so that nothing moves under the finger.
 */
export function Notice(props: NoticeProps) {
  const [bar, setBar] = useState<Bar | 'onItsWay' | 'none'>(() => loaded ?? 'onItsWay');
  useEffect(() => {
    if (loaded !== undefined) return;
    import('./NoticeBar').then(
      ({ NoticeBar }) => {
        loaded = NoticeBar;
        setBar(() => NoticeBar);
      },
      () => {
        setBar('none');
      },
    );
  }, []);
  const { title, children, action, className } = props;
  if (bar === 'onItsWay' || bar === 'none') {
    return (
      <div role="status" className={className}>
        <Text weight="semibold">{title}</Text> <Text>{children}</Text> {bar === 'none' && action}
      </div>
    );
  }
  const Bar = bar;
  return <Bar {...props} />;
}
