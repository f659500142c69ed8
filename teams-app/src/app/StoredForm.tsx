import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { failureInWords } from '@last-mile/shared/ui';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

export interface StoredFormProps<Wanted> {
  /** What would be saved; null where nothing is changed, or something has to be mended first. */
  wanted: Wanted | null;
  saving: Pick<
    UseMutationResult<unknown, Error, Wanted>,
    'mutate' | 'isPending' | 'isSuccess' | 'error'
  >;
  /** Whether it was not saved because somebody else had changed it, and theirs is shown. */
  overtaken: boolean;
  texts: Readonly<Record<'save' | 'saving' | 'saved' | 'notSaved' | 'overtaken', string>>;
  /** Makes saving what the page is for, its parts apart. @default false */
  primary?: boolean;
  /** The fields. */
  children: ReactNode;
}

/** Fields of something stored, the way to save them, and what became of it. */
export function StoredForm<Wanted>(props: StoredFormProps<Wanted>) {
  const { wanted, saving, overtaken, texts, primary = false, children } = props;
  const styles = useStyles();
  return (
    <form
      className={mergeClasses(styles.root, primary && styles.apart)}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== null) saving.mutate(wanted);
      }}
    >
      {children}
      {saving.error !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {overtaken ? texts.overtaken : `${texts.notSaved} ${failureInWords(saving.error)}`}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance={primary ? 'primary' : 'secondary'}
          disabledFocusable={wanted === null || saving.isPending}
        >
          {saving.isPending ? texts.saving : texts.save}
        </Button>
        <Text role="status">{saving.isSuccess ? texts.saved : ''}</Text>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  apart: { gap: tokens.spacingVerticalXL },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
