import { makeStyles, typographyStyles } from '@fluentui/react-components';
import type { Ref } from 'react';

export interface FocusHeadingProps {
  id?: string;
  ref: Ref<HTMLHeadingElement>;
  children: string;
}

/** A heading that takes the focus when what is below it is new. */
export function FocusHeading({ id, ref, children }: FocusHeadingProps) {
  const styles = useStyles();
  return (
    <h2 id={id} ref={ref} tabIndex={-1} className={styles.root}>
      {children}
    </h2>
  );
}

const useStyles = makeStyles({ root: { ...typographyStyles.subtitle1, margin: 0 } });
