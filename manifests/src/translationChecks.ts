import { AppManifestUtils } from '@microsoft/app-manifest';
import { germanSchema } from './germanTexts';
import { readJson, type JsonText } from './jsonText';
import { problemAt, type PackageEntries } from './manifestChecks';
import type { UnifiedManifest } from './unifiedManifest';

/** What Teams would not show in another language: a file that is missing, a text that is too long or stands nowhere. */
export async function translationProblems(
  { values, where }: JsonText,
  entries: PackageEntries,
): Promise<string[]> {
  const named = [...values].filter(([place]) =>
    /^localizationInfo\.additionalLanguages\[\d+\]\.file$/.test(place),
  );
  const found = named.map(async ([place, file]) => {
    const entry = entries[String(file)];
    if (entry === undefined) return [`${where(place)}: "${file}" is not in the package`];
    const translation = readJson(String(file), new TextDecoder().decode(entry));
    if ('problem' in translation) return [translation.problem];
    return problemsOf(translation, new Set(values.keys()));
  });
  return (await Promise.all(found)).flat();
}

async function problemsOf(translation: JsonText, places: ReadonlySet<string>): Promise<string[]> {
  const schema = await AppManifestUtils.fetchSchema(germanSchema);
  // Microsoft's patterns leave a bracket bare that the checker's regular expressions want escaped.
  const mended = JSON.stringify(schema).replaceAll(String.raw`\\b]`, String.raw`\\b\\]`);
  // The checker's types know manifests only; a translation has a schema of its own.
  const againstSchema = await AppManifestUtils.validateAgainstSchema(
    translation.value as UnifiedManifest,
    JSON.parse(mended) as typeof schema,
  );
  return [
    ...againstSchema.map((problem) => problemAt(translation, problem)),
    ...Object.keys(translation.value as object)
      .filter((place) => place !== '$schema' && !places.has(place))
      .map((place) => `${translation.where(place)}: stands in no place of the manifest`),
  ];
}
