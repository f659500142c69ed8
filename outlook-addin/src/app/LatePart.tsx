import { Button } from '@fluentui/react-components';
import { reloadIfServed } from '@last-mile/shared/client';
import { EmptyState } from '@last-mile/shared/ui';
import { Component, Suspense, type ReactNode } from 'react';
import { paneTexts as texts } from './paneTexts';

export interface LatePartProps {
  /** Shown while it is fetched. @default nothing */
  fallback?: ReactNode;
  /** Back to what it lies over. @default it lies over nothing */
  onClose?: () => void;
  children: ReactNode;
}

/**
 * A part whose code comes when it is first shown. A newer release on the server or a lost connection may
 * keep it away: then it alone says so, and what was typed around it stays.
 */
export class LatePart extends Component<LatePartProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { fallback, onClose, children } = this.props;
    if (!this.state.failed) return <Suspense fallback={fallback}>{children}</Suspense>;
    return (
      <EmptyState
        title={texts.partAway}
        action={
          <>
            {onClose && <Button onClick={onClose}>{texts.back}</Button>}
            <Button onClick={() => void reloadIfServed()}>{texts.openAnew}</Button>
          </>
        }
      >
        {texts.partAwayText}
      </EmptyState>
    );
  }
}
