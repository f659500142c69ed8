import {
  Button,
  makeStyles,
  Menu,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DocumentPersonRegular } from '@fluentui/react-icons/svg/document-person';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { FlowRegular } from '@fluentui/react-icons/svg/flow';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { LinkButton } from '../../app/LinkButton';
import { buttonRow } from '../../app/panel';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { libraryTexts as texts } from './libraryTexts';
import { lifeTexts } from './lifeTexts';
import { sessionTexts } from './sessions/sessionTexts';

/** Where one goes from the library: what is done every week as buttons, the rest in a menu. */
export function LibraryWays() {
  const styles = useStyles();
  const { may } = useSession();
  return (
    <div className={styles.ways}>
      <LinkButton
        appearance="primary"
        href={toHref({ page: 'libraryEdit' })}
        icon={<EditRegular />}
      >
        {lifeTexts.write}
      </LinkButton>
      {may.champion && (
        <LinkButton href={toHref({ page: 'libraryReview' })} icon={<CheckmarkCircleRegular />}>
          {lifeTexts.review}
        </LinkButton>
      )}
      <LinkButton href={toHref({ page: 'librarySessions' })} icon={<PeopleTeamRegular />}>
        {sessionTexts.title}
      </LinkButton>
      <LinkButton href={toHref({ page: 'libraryOwn' })} icon={<DocumentPersonRegular />}>
        {lifeTexts.own}
      </LinkButton>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={texts.moreWays}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {may.champion && (
              <MenuItemLink href={toHref({ page: 'libraryImport' })} icon={<ArrowUploadRegular />}>
                {texts.import}
              </MenuItemLink>
            )}
            <MenuItemLink href={toHref({ page: 'libraryExport' })} icon={<ArrowDownloadRegular />}>
              {texts.export}
            </MenuItemLink>
            <MenuItemLink href={toHref({ page: 'workflows' })} icon={<FlowRegular />}>
              {texts.tasks}
            </MenuItemLink>
            {may.champion && (
              <MenuItemLink href={toHref({ page: 'librarySettings' })} icon={<SettingsRegular />}>
                {texts.settings}
              </MenuItemLink>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

const useStyles = makeStyles({ ways: buttonRow });
