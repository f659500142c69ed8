import {
  Button,
  makeStyles,
  Subtitle2,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { spokenLanguage, type TextLanguage } from '@last-mile/shared/language';
import { employeeNotices, noticeAsText, noticeParts } from '@last-mile/shared/notice';
import { useState } from 'react';
import { copyText } from '../../../app/clipboard';
import { FailureNotice } from '../../../app/FailureNotice';
import { SubPage } from '../../../app/SubPage';
import { bullets } from '../../../app/panel';
import { noticeTexts as texts } from './noticeTexts';

/** What employees are told of Last Mile: to read for everyone, and to pass on, in either language. */
export function NoticePage() {
  const styles = useStyles();
  const [language, setLanguage] = useState<TextLanguage>(spokenLanguage().texts);
  const notice = employeeNotices[language];
  return (
    <SubPage title={texts.title} subtitle={texts.subtitle}>
      <TabList
        size="small"
        aria-label={texts.language}
        selectedValue={language}
        onTabSelect={(_, { value }) => {
          setLanguage(value as TextLanguage);
        }}
      >
        {(['en', 'de'] as const).map((each) => (
          <Tab key={each} value={each} id={`notice-${each}`} aria-controls="notice">
            {texts.languages[each]}
          </Tab>
        ))}
      </TabList>
      <CopyNotice key={language} text={noticeAsText(notice)} />
      <div
        id="notice"
        role="tabpanel"
        aria-labelledby={`notice-${language}`}
        lang={language}
        className={styles.notice}
      >
        <Text>{notice.lead}</Text>
        {noticeParts(notice).map(({ title, lines }) => (
          <section key={title} className={styles.part}>
            <Subtitle2 as="h2" className={styles.title}>
              {title}
            </Subtitle2>
            <ul className={styles.list}>
              {lines.map((line) => (
                <li key={line}>
                  <Text>{line}</Text>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </SubPage>
  );
}

function CopyNotice({ text }: { text: string }) {
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean>();
  return (
    <div className={styles.part}>
      <div className={styles.copy}>
        <Button
          icon={<CopyRegular />}
          onClick={() => {
            void copyText(text).then(setCopied);
          }}
        >
          {texts.copy}
        </Button>
        <span role="status">{copied === true ? texts.copied : ''}</span>
      </div>
      <Text className={styles.quiet}>{texts.toFillIn}</Text>
      {copied === false && <FailureNotice title={texts.notCopied}>{texts.byHand}</FailureNotice>}
    </div>
  );
}

const useStyles = makeStyles({
  notice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  copy: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: bullets,
});
