import { Badge } from '@fluentui/react-components';
import { uiTexts } from './uiTexts';

/** Marks a screen whose people and figures are invented. */
export function SampleDataBadge() {
  return (
    <Badge appearance="tint" color="informative" shape="rounded" title={uiTexts.sampleDataMeaning}>
      {uiTexts.sampleData}
    </Badge>
  );
}
