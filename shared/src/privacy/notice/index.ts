import { employeeNoticeGerman } from './employeeNotice.de';
import { employeeNoticeEnglish } from './employeeNotice.en';
import type { EmployeeNotice } from './employeeNotice';

export * from './employeeNotice';

/** The notice in each language of the product; anybody may read each of them. */
export const employeeNotices: Readonly<Record<'en' | 'de', EmployeeNotice>> = {
  en: employeeNoticeEnglish,
  de: employeeNoticeGerman,
};
