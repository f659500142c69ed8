import { mergeClasses, Spinner, Text } from '@fluentui/react-components';
import type { LibraryItem } from '@last-mile/shared/library';
import { useEffect, useId, useRef } from 'react';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts } from './itemTexts';
import { textStretches } from './previewMarks';
import type { TemplateSanitiser } from './templateContent';

export interface ItemPreviewProps {
  item: LibraryItem;
  values: Readonly<Record<string, string>>;
  /** Null while it loads; a prompt needs none. */
  sanitiser: TemplateSanitiser | null;
  /** The filled subject; '' for none. */
  subject: string;
}

/** How the item will read, with what was filled in and what is missing made visible. */
export function ItemPreview({ item, values, sanitiser, subject }: ItemPreviewProps) {
  const styles = useItemStyles();
  const labelId = useId();
  const { kind, body } = item.content;
  return (
    <section aria-labelledby={labelId} className={styles.preview}>
      <h2 id={labelId} className={styles.label}>
        {texts.preview}
      </h2>
      <div className={styles.paper} lang={item.content.language}>
        {subject !== '' && (
          <p className={styles.paperSubject}>
            <Text size={200} className={styles.quiet}>
              {texts.subject}:
            </Text>{' '}
            {subject}
          </p>
        )}
        {kind === 'prompt' && (
          <p className={mergeClasses(styles.html, styles.lines)}>
            {textStretches(body, values).map(({ text, mark }, at) =>
              mark === null ? (
                text
              ) : (
                <mark key={at} data-is={mark}>
                  {text}
                </mark>
              ),
            )}
          </p>
        )}
        {kind === 'template' && sanitiser === null && (
          <Spinner size="tiny" label={texts.previewLoading} />
        )}
        {kind === 'template' && sanitiser !== null && (
          <SafeHtml body={body} values={values} sanitiser={sanitiser} />
        )}
      </div>
    </section>
  );
}

interface SafeHtmlProps {
  body: string;
  values: Readonly<Record<string, string>>;
  sanitiser: TemplateSanitiser;
}

/** Puts the sanitised fragment into the page node by node: no HTML string ever reaches it. */
function SafeHtml({ body, values, sanitiser }: SafeHtmlProps) {
  const styles = useItemStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(sanitiser.toPreview(body, values));
  }, [body, values, sanitiser]);
  return <div ref={place} className={styles.html} />;
}
