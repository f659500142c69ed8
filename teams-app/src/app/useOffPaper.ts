import { makeStyles } from '@fluentui/react-components';

/** The class of what is for hands only: it is left out on paper. */
export function useOffPaper(): string {
  return useStyles().offPaper;
}

const useStyles = makeStyles({ offPaper: { '@media print': { display: 'none' } } });
