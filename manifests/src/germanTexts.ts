import { activityTypeNames, activityTypes } from '@last-mile/shared/feedback';
import { outlookAddin } from './outlookAddin';
import type { PackageOrder } from './packageOrder';

type ButtonId = (typeof outlookAddin.ribbons)[number]['button']['id'];

/** What both manifests say to who uses Teams and Outlook in German; other words are names. */
export const germanTexts = {
  fullName: (name: string) => `${name}: KI nicht nur haben, sondern nutzen`,
  descriptions: {
    short: 'Prompts, Vorlagen und Feedback, mit denen KI zur Gewohnheit wird.',
    full: [
      'Last Mile hilft einem Team, aus der Einführung von KI eine Gewohnheit zu machen.',
      'Die Registerkarte in Teams zeigt die Kennzahlen der Nutzung und die Bibliothek der Prompts;',
      'der Aufgabenbereich in Outlook bietet beim Schreiben einer E-Mail passende Vorlagen;',
      'eine Meldung oder ein Vorschlag von beiden Orten erreicht, wer für das Programm einsteht.',
      'Die Inhalte liegen in SharePoint-Listen des eigenen Mandanten. Das Add-In sendet weder',
      'Nachrichtentext noch Betreff oder Empfänger, nur was jemand in eine Meldung oder einen',
      'Vorschlag schreibt.',
    ].join(' '),
  },
  buttonLabel: 'Vorlagen',
  buttons: {
    templatesButton: {
      title: 'Vorlagen für die Arbeit',
      description: 'Eine Vorlage für die Aufgabe wählen, die Platzhalter ausfüllen und einfügen.',
    },
    answerButton: {
      title: 'Mit einer Vorlage antworten',
      description:
        'Die Vorlage finden, die auf diese Nachricht antwortet, oder melden, was ein KI-Assistent falsch gemacht hat.',
    },
  } satisfies Record<ButtonId, { title: string; description: string }>,
} as const;

/** The form of translations of a manifest. */
export const germanSchema =
  'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json';

/** The German of the unified manifest, a file in the package: texts by the place they stand in. */
export function germanOfManifest({ name }: PackageOrder): Readonly<Record<string, string>> {
  const { buttonLabel, buttons, descriptions, fullName } = germanTexts;
  const ribbons = outlookAddin.ribbons.flatMap(({ button }, index) => {
    const control = `extensions[0].ribbons[${index}].tabs[0].groups[0].controls[0]`;
    return [
      [`${control}.label`, buttonLabel],
      [`${control}.supertip.title`, buttons[button.id].title],
      [`${control}.supertip.description`, buttons[button.id].description],
    ];
  });
  const activities = activityTypeNames.flatMap((type, index) => {
    const { description, templateText } = activityTypes[type].de;
    const place = `activities.activityTypes[${index}]`;
    return [
      [`${place}.description`, description],
      [`${place}.templateText`, templateText],
    ];
  });
  return {
    $schema: germanSchema,
    'name.short': name,
    'name.full': fullName(name),
    'description.short': descriptions.short,
    'description.full': descriptions.full,
    'staticTabs[0].name': name,
    ...(Object.fromEntries([...activities, ...ribbons]) as Record<string, string>),
  };
}
