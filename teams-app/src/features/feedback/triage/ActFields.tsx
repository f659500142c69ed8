import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { Triager } from '@last-mile/shared/feedback';
import type { OpenAct } from '../queue/queuePlace';
import { VendorPack } from '../VendorPack';
import { CloseFields } from './CloseFields';
import { mended } from './fields';
import { ItemField } from './ItemField';
import { MergeFields, type MergeFieldsProps } from './MergeFields';
import { triageTexts as texts } from './triageTexts';
import { VendorCaseFields } from './VendorCaseFields';
import { NoteField } from './WordsField';

export interface ActFieldsProps extends MergeFieldsProps {
  form: OpenAct;
  triagers: readonly Triager[];
}

/** What an act needs to be told before it is done. */
export function ActFields(props: ActFieldsProps) {
  const { form, item, draft, onChange, mend, triagers } = props;
  switch (form) {
    case 'takeUp':
    case 'reopen':
      return <NoteField {...props} />;
    case 'assign':
      return (
        <Field label={texts.assignTo} required {...mended(mend, 'to', texts.mend.to)}>
          <RadioGroup
            value={draft.to ?? 'nothing'}
            onChange={(_, { value }) => {
              onChange({ to: value });
            }}
          >
            {triagers.map(({ userId, name }) => (
              <Radio key={userId} value={userId} label={name} />
            ))}
            <Radio value="" label={texts.nobody} />
          </RadioGroup>
        </Field>
      );
    case 'adjustPrompt':
      return <ItemField {...props} />;
    case 'sendToVendor':
      return (
        <>
          <Field label={texts.pack} hint={texts.packHint}>
            <div>
              <VendorPack keys={[item.clientKey]} />
            </div>
          </Field>
          <VendorCaseFields {...props} />
          <NoteField {...props} />
        </>
      );
    case 'close':
      return <CloseFields {...props} />;
    case 'merge':
      return <MergeFields {...props} />;
    case 'holdBack':
    case 'share':
      return null;
  }
}
