import { BigFigures } from '../panel/BigFigures';
import { Panel } from '../panel/Panel';
import type { Shown } from '../panel/shown';
import { trustFigures, trustInWords } from '../../../app/figures/trustFigures';
import { trustTexts as texts } from '../../../app/figures/trustTexts';

/** Answers "Can we rely on what comes out?" */
export function TrustPanel({ shown }: { shown: Shown }) {
  const { range, formats } = shown;
  return (
    <Panel name="trust" title={texts.title} definition={texts.definition} shown={shown}>
      <BigFigures
        figures={trustFigures.map(({ key, write, over }) => {
          const figure = range.trust[key];
          const words = trustInWords(figure, (known) => write(known, formats), range.smallestGroup);
          return figure.state === 'known'
            ? { name: texts[key], value: words, note: over(formats.number(figure.n)) }
            : { name: texts[key], value: null, note: words };
        })}
      />
    </Panel>
  );
}
