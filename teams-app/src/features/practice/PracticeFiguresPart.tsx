import { Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { GroupDifference, PeopleShare } from '@last-mile/shared/adoption';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { useSession } from '../../app/session';
import { practiceQueries } from './practiceQueries';
import { practiceTexts as texts } from './practiceTexts';

/** How many practise, and what was their use like afterwards? An association, not proof. */
export function PracticeFiguresPart() {
  const styles = useStyles();
  const { api, formats } = useSession();
  const query = useQuery(practiceQueries.figures(api));
  const shareIn = (share: PeopleShare) => {
    switch (share.state) {
      case 'known':
        return texts.nOf(formats.number(share.n), formats.number(share.of));
      case 'band':
        return texts.halves[share.half](formats.number(share.of));
      case 'hidden':
        return texts.tooFew;
      case 'notEnoughData':
        return texts.notEnoughData;
    }
  };
  const differenceIn = (found: GroupDifference) =>
    found.state === 'notEnoughData'
      ? texts.notEnoughData
      : texts.difference({
          difference: formats.decimal(found.difference),
          low: formats.decimal(found.low),
          high: formats.decimal(found.high),
          people: formats.number(found.people),
          others: formats.number(found.others),
        });
  return (
    <section className={styles.root}>
      <Subtitle2 as="h2">{texts.figures}</Subtitle2>
      <Loaded query={query} loading={<LoadingRows label={texts.figuresLoading} rows={3} />}>
        {(figures) => (
          <>
            <dl className={styles.figures}>
              {(
                [
                  [texts.attendedShare, shareIn(figures.attended)],
                  [texts.practisedShare, shareIn(figures.practised)],
                  [texts.useAfterAttending, differenceIn(figures.useAfterAttending)],
                  [texts.useAfterPractising, differenceIn(figures.useAfterPractising)],
                ] as const
              ).map(([name, figure]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className={styles.figure}>{figure}</dd>
                </div>
              ))}
            </dl>
            <Text weight="semibold">{texts.association}</Text>
            <Caption1 className={styles.quiet}>{texts.associationWhy}</Caption1>
          </>
        )}
      </Loaded>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    margin: 0,
  },
  figure: {
    marginInlineStart: 0,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
