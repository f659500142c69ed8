import { Button } from '@fluentui/react-components';
import { reloadIfServed } from '@last-mile/shared/client';
import { EmptyState } from '@last-mile/shared/ui';
import { Component, type ReactNode } from 'react';
import { appTexts } from './appTexts';

export interface PageBoundaryProps {
  children: ReactNode;
}

/** Keeps a page that failed from taking the tab down: says so, and opens it again. */
export class PageBoundary extends Component<PageBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState
        title={appTexts.brokenTitle}
        action={
          <Button
            appearance="primary"
            onClick={() => {
              this.setState({ failed: false });
              void reloadIfServed();
            }}
          >
            {appTexts.openAgain}
          </Button>
        }
      >
        {appTexts.broken}
      </EmptyState>
    );
  }
}
