import { Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ParagraphFates, ParagraphHeatResponse } from '@last-mile/shared/adoption';
import { libraryClient } from '@last-mile/shared/client';
import { readOwnText } from '@last-mile/shared/on-send';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../../app/DataTable';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { Definition } from '../../../app/figures/Definition';
import { FatesBar } from './FatesBar';
import { heatTexts as texts } from './heatTexts';

export interface ParagraphHeatPanelProps {
  itemKey: string;
  version: number;
  /** The HTML text of that version. */
  body: string;
}

/** A template's heat map: which of its paragraphs do people keep, and which do they rewrite or delete? */
export function ParagraphHeatPanel({ itemKey, version, body }: ParagraphHeatPanelProps) {
  const styles = useStyles();
  const { api } = useSession();
  const query = useQuery({
    queryKey: ['adoption', 'paragraphHeat', itemKey, version],
    queryFn: ({ signal }) => libraryClient(api).paragraphHeat(itemKey, version, signal),
  });
  return (
    <section className={styles.root} aria-label={texts.title}>
      <div className={styles.head}>
        <Subtitle2 as="h3">{texts.title}</Subtitle2>
        <Definition of={texts.title} words={texts.definition} />
      </div>
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={3} />}>
        {(answer) => <HeatMap answer={answer} body={body} />}
      </Loaded>
    </section>
  );
}

function HeatMap({ answer, body }: { answer: ParagraphHeatResponse; body: string }) {
  const { formats } = useSession();
  const { heat, smallestGroup } = answer;
  if (heat.state === 'notEnoughData') return <Text>{texts.notEnough(smallestGroup)}</Text>;
  // As the device splits what it counts.
  const paragraphs = readOwnText({ type: 'html', content: body }).lines;
  return (
    <>
      <Caption1>{texts.over(formats.number(heat.drafts), formats.number(heat.weeks))}</Caption1>
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={[
          { key: 'paragraph', title: texts.paragraph },
          { key: 'fates', title: texts.fates },
        ]}
        rows={paragraphs.map((text, place) => ({
          key: String(place),
          cells: [text, <Fates key="fates" fates={heat.paragraphs[place]} />],
        }))}
      />
    </>
  );
}

function Fates({ fates }: { fates: ParagraphFates | undefined }) {
  const styles = useStyles();
  const { formats } = useSession();
  const all = fates === undefined ? 0 : fates.kept + fates.rewritten + fates.deleted;
  if (fates === undefined || all === 0) return texts.unknown;
  const share = (drafts: number) => formats.percent(drafts / all);
  return (
    <div className={styles.fates}>
      <FatesBar fates={fates} />
      <Caption1>
        {texts.shares(share(fates.kept), share(fates.rewritten), share(fates.deleted))}
      </Caption1>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
  fates: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    minWidth: '112px',
    paddingTop: tokens.spacingVerticalXS,
  },
});
