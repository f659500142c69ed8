import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { libraryClient } from '@last-mile/shared/client';
import { exportFormats, type ExportFormat } from '@last-mile/shared/library';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation } from '@tanstack/react-query';
import { download } from '../../../app/download';
import { FailureNotice } from '../../../app/FailureNotice';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { exportTexts as texts } from './exportTexts';

/** The whole library as a file, in the format the person wants. */
export function ExportPage() {
  const styles = useStyles();
  const { api, may } = useSession();
  const saving = useMutation({
    mutationFn: async (format: ExportFormat) => {
      download(await libraryClient(api).exportLibrary(format), `library.${format}`);
    },
  });
  return (
    <SubPage
      backHref={toHref({ page: 'library' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
      wide
      gap="L"
    >
      {may.champion && <Text>{texts.champion}</Text>}
      <ul className={styles.formats}>
        {exportFormats.map((format) => (
          <li key={format} className={styles.format}>
            <Button
              icon={<ArrowDownloadRegular />}
              disabled={saving.isPending}
              onClick={() => {
                saving.mutate(format);
              }}
            >
              {texts.save(texts.formats[format])}
            </Button>
            <Text>{texts.uses[format]}</Text>
          </li>
        ))}
      </ul>
      <div role="status">
        {saving.isPending && texts.saving(texts.formats[saving.variables])}
        {saving.isSuccess && texts.saved(texts.formats[saving.variables])}
        {saving.isError && (
          <FailureNotice title={texts.failed}>{failureInWords(saving.error)}</FailureNotice>
        )}
      </div>
    </SubPage>
  );
}

const useStyles = makeStyles({
  formats: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  format: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
