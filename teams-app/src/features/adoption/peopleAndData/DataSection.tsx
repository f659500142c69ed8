import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

export interface DataSectionProps {
  title: string;
  hint: string;
  children: ReactNode;
}

/** A part of the page with its heading and what it is for. */
export function DataSection({ title, hint, children }: DataSectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.root}>
      <Subtitle1 as="h2" id={id}>
        {title}
      </Subtitle1>
      <Text className={styles.hint}>{hint}</Text>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground2 },
});
