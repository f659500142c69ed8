import { makeStyles } from '@fluentui/react-components';
import { spokenLanguage } from '../language';

/** Class of an icon that points along the line: mirrored where lines run from right to left. */
export function usePointingIcon(): string {
  const styles = useStyles();
  return spokenLanguage().dir === 'rtl' ? styles.mirrored : '';
}

const useStyles = makeStyles({ mirrored: { transform: 'scaleX(-1)' } });
