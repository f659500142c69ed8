import { Button, Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { Exercise } from '@last-mile/shared/practice';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { copyText } from '../../app/clipboard';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { practiceQueries } from './practiceQueries';
import { practiceTexts as texts } from './practiceTexts';

/** What is done together: on something like a client's, with a prompt to try or something to find. */
export function ExercisePart({ exercise }: { exercise: Exercise }) {
  const styles = useStyles();
  const solutionId = useId();
  const [copied, setCopied] = useState<boolean>();
  const [isTold, setTold] = useState(false);
  const { kind, instruction, input, itemKey, solution } = exercise;
  return (
    <section className={styles.root}>
      <Subtitle2 as="h3" className={styles.title}>
        {texts.kinds[kind]}
      </Subtitle2>
      <p className={styles.words}>{instruction}</p>
      {itemKey !== null && <ItemToTry itemKey={itemKey} />}
      <blockquote className={styles.input}>{input}</blockquote>
      <div className={styles.actions}>
        <Button
          size="small"
          onClick={() => {
            void copyText(input).then(setCopied);
          }}
        >
          {texts.copyInput}
        </Button>
        {solution !== null && (
          <Button
            size="small"
            aria-expanded={isTold}
            aria-controls={solutionId}
            onClick={() => {
              setTold(!isTold);
            }}
          >
            {isTold ? texts.hideSolution : texts.showSolution}
          </Button>
        )}
        <Text role="status">
          {copied === undefined ? '' : copied ? texts.copied : texts.notCopied}
        </Text>
      </div>
      <p id={solutionId} className={styles.words} hidden={!isTold}>
        {isTold ? solution : ''}
      </p>
    </section>
  );
}

function ItemToTry({ itemKey }: { itemKey: string }) {
  const { api } = useSession();
  const { data } = useQuery(practiceQueries.item(api, itemKey));
  return (
    <Text>
      {texts.toTry}{' '}
      <Link inline href={toHref({ page: 'libraryItem', clientKey: itemKey })}>
        {data?.content.title ?? texts.anItem}
      </Link>
    </Text>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0 },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
  input: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});
