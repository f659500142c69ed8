import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SplitButton,
  type MenuButtonProps,
} from '@fluentui/react-components';
import { CopyRegular, TextAddRegular } from '@fluentui/react-icons';
import type { LibraryItemKind } from '@last-mile/shared/library';
import { insertionPlaces, type InsertionPlace } from './composeMessage';
import { InlineNotice } from './InlineNotice';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts } from './itemTexts';
import { UseFooter } from './UseFooter';
import type { UseFailure } from './useFailureTexts';

export interface ItemActionsProps {
  kind: LibraryItemKind;
  hasMessage: boolean;
  hasSelection: boolean;
  /** Where the template goes unless the person says otherwise. */
  place: InsertionPlace;
  /** The person said where it goes. */
  onInsert: (place: InsertionPlace) => void;
  working: boolean;
  failure: UseFailure | null;
  /** Placeholders to warn of before the item is used with gaps; empty when there is no need. */
  warnedOf: readonly string[];
}

/** The one button that uses the item, and what to know before pressing it. */
export function ItemActions(props: ItemActionsProps) {
  const { kind, hasMessage, working, failure, warnedOf } = props;
  const styles = useItemStyles();
  const warned = warnedOf.length > 0;
  const noMessage = kind === 'template' && !hasMessage;
  const disabled = noMessage || working;
  const appearance = warned ? 'secondary' : 'primary';
  return (
    <UseFooter
      notice={
        noMessage && (
          <InlineNotice intent="info" title={texts.noMessage}>
            {texts.noMessageHint}
          </InlineNotice>
        )
      }
      failure={failure}
      warnedOf={warnedOf}
      missingHint={texts.missingHint}
    >
      {kind === 'prompt' ? (
        <Button
          type="submit"
          className={styles.grow}
          appearance={appearance}
          icon={<CopyRegular />}
          disabledFocusable={disabled}
        >
          {warned ? texts.copyAnyway : texts.copy}
        </Button>
      ) : (
        <InsertButton {...props} appearance={appearance} disabled={disabled}>
          {insertLabel(props.place, { warned, working })}
        </InsertButton>
      )}
    </UseFooter>
  );
}

interface InsertButtonProps extends Pick<
  ItemActionsProps,
  'hasSelection' | 'place' | 'onInsert' | 'working'
> {
  appearance: 'primary' | 'secondary';
  disabled: boolean;
  children: string;
}

/** Inserts where it most likely belongs; the menu beside it says where else. */
function InsertButton(props: InsertButtonProps) {
  const { appearance, disabled, hasSelection, onInsert, children } = props;
  const styles = useItemStyles();
  const isPossible = { cursor: !hasSelection, selection: hasSelection, start: true };
  return (
    <Menu positioning={{ position: 'above', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        {(trigger) => (
          <SplitButton
            className={styles.grow}
            appearance={appearance}
            icon={<TextAddRegular />}
            disabledFocusable={disabled}
            menuButton={{
              // Fluent's two types agree but for `undefined` in optional properties.
              ...(trigger as MenuButtonProps),
              'aria-label': texts.otherPlaces,
              title: texts.otherPlaces,
            }}
            primaryActionButton={{ type: 'submit', className: styles.grow }}
          >
            {children}
          </SplitButton>
        )}
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {insertionPlaces.map((place) => (
            <MenuItem
              key={place}
              disabled={!isPossible[place]}
              secondaryContent={isPossible[place] ? null : texts.placeImpossible[place]}
              onClick={() => {
                onInsert(place);
              }}
            >
              {texts.insert[place]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function insertLabel(
  place: InsertionPlace,
  { warned, working }: { warned: boolean; working: boolean },
): string {
  if (working) return texts.inserting;
  return warned ? texts.insertAnyway : texts.insert[place];
}
