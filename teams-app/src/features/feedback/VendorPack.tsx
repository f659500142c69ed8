import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { triageClient } from '@last-mile/shared/client';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation } from '@tanstack/react-query';
import { copyText } from '../../app/clipboard';
import { download, fileName } from '../../app/download';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { queueTexts as texts } from './queue/queueTexts';

type Way = 'copy' | 'txt' | 'csv';

/** What the vendor needs to know of these pieces of feedback, to take along. */
export function VendorPack({ keys }: { keys: readonly string[] }) {
  const styles = useStyles();
  const { api, programme } = useSession();
  const pack = useMutation({
    mutationFn: async (way: Way) => {
      const file = await triageClient(api).vendorPack(keys, way === 'csv' ? 'csv' : 'txt');
      if (way === 'copy') return (await copyText(await file.text())) ? 'copied' : 'copyRefused';
      download(file, fileName([programme.name, texts.packName], way));
      return 'saved';
    },
  });
  const button = (way: Way, text: string) => (
    <Button
      size="small"
      icon={way === 'copy' ? <CopyRegular /> : <ArrowDownloadRegular />}
      disabledFocusable={pack.isPending}
      onClick={() => {
        pack.mutate(way);
      }}
    >
      {text}
    </Button>
  );
  return (
    <div className={styles.root}>
      <div className={styles.ways}>
        {button('copy', texts.packText)}
        {button('txt', texts.packTextFile)}
        {button('csv', texts.packCsv)}
        <span role="status">{pack.data === 'copied' ? texts.packCopied : ''}</span>
      </div>
      {(pack.isError || pack.data === 'copyRefused') && (
        <FailureNotice title={texts.packFailed}>
          {pack.isError ? failureInWords(pack.error) : texts.packCopyRefused}
        </FailureNotice>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});
