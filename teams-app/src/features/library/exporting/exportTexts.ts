import type { ExportFormat } from '@last-mile/shared/library';
import { texts } from '../../../app/texts';

const formats: Record<ExportFormat, string> = { csv: 'CSV', xlsx: 'Excel', md: 'Markdown' };

const uses: Record<ExportFormat, string> = {
  csv: 'For any spreadsheet or program.',
  xlsx: 'For Excel, one row for each item.',
  md: 'For reading, and for wikis and repositories.',
};

/** Words of the export page. */
export const exportTexts = texts('libraryExport', {
  title: 'Export the library',
  subtitle:
    'The library is yours. Each file holds every item you can see with all its fields, and can be imported again without loss.',
  back: 'Back to the library',
  champion: 'You get drafts and retired items too.',
  formats,
  uses,
  save: (format: string) => `Save as ${format}`,
  saving: (format: string) => `Writing the ${format} file…`,
  saved: (format: string) => `The ${format} file was saved to your downloads.`,
  failed: 'The file could not be written.',
});
