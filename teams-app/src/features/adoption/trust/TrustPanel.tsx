import { BigFigures } from '../panel/BigFigures';
import { Panel } from '../panel/Panel';
import type { Shown } from '../panel/shown';
import { trustFigures, trustInWords } from './trustReport';
import { trustTexts as texts } from './trustTexts';

/** Answers "Can we rely on what comes out?" */
export function TrustPanel({ shown }: { shown: Shown }) {
  const { range, formats } = shown;
  return (
    <Panel name="trust" title={texts.title} definition={texts.definition} shown={shown}>
      <BigFigures
        figures={trustFigures.map(({ key, write, over }) => {
          const figure = range.trust[key];
          return {
            name: texts[key],
            known: figure.state === 'known',
            value: trustInWords(figure, (known) => write(known, formats), range.smallestGroup),
            note: figure.state === 'known' ? over(formats.number(figure.n)) : '',
          };
        })}
      />
    </Panel>
  );
}
