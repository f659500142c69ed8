import type { JobFamily } from '@last-mile/shared/programme';

export const jobFamilies: readonly JobFamily[] = [
  { id: 'client-advisory', name: 'Client Advisory' },
  { id: 'account-management', name: 'Account Management' },
  { id: 'operations-delivery', name: 'Operations & Delivery' },
  { id: 'people-finance', name: 'People & Finance' },
];

/** Which job family a job title belongs to; a title that is not here belongs to none. */
export const jobTitles: Readonly<Record<string, string>> = {
  Associate: 'client-advisory',
  Consultant: 'client-advisory',
  'Senior Consultant': 'client-advisory',
  'Engagement Manager': 'client-advisory',
  Director: 'client-advisory',
  Partner: 'client-advisory',
  'Client Executive': 'account-management',
  'Account Manager': 'account-management',
  'Senior Account Manager': 'account-management',
  'Client Relationship Director': 'account-management',
  'Project Coordinator': 'operations-delivery',
  'Delivery Manager': 'operations-delivery',
  'Operations Analyst': 'operations-delivery',
  'Programme Manager': 'operations-delivery',
  'Systems Engineer': 'operations-delivery',
  'People Partner': 'people-finance',
  Recruiter: 'people-finance',
  'Payroll Specialist': 'people-finance',
  'Financial Controller': 'people-finance',
  'Credit Controller': 'people-finance',
  'Legal Counsel': 'people-finance',
};

export interface Department {
  readonly name: string;
  /** People today. */
  readonly size: number;
  /** Job titles, the frequent ones more than once. */
  readonly titles: readonly string[];
  /** How readily its people take to something new, on the scale of the usage model. */
  readonly readiness: number;
}

const advising = [
  'Associate',
  'Associate',
  'Consultant',
  'Consultant',
  'Senior Consultant',
  'Senior Consultant',
  'Engagement Manager',
  'Director',
  'Partner',
];

/** Nine hundred people in ten departments; the Board Office is small enough to be hidden. */
export const departments: readonly Department[] = [
  { name: 'Audit & Assurance', size: 190, titles: advising, readiness: -0.3 },
  { name: 'Strategy & Deals', size: 170, titles: advising, readiness: 0.4 },
  { name: 'Tax Advisory', size: 150, titles: advising, readiness: -0.1 },
  {
    name: 'Client Accounts',
    size: 105,
    titles: [
      'Client Executive',
      'Account Manager',
      'Account Manager',
      'Senior Account Manager',
      'Client Relationship Director',
    ],
    readiness: 0.5,
  },
  { name: 'Risk & Compliance', size: 95, titles: advising, readiness: -0.6 },
  {
    name: 'Project Delivery',
    size: 90,
    titles: [
      'Project Coordinator',
      'Project Coordinator',
      'Operations Analyst',
      'Delivery Manager',
      'Programme Manager',
    ],
    readiness: 0.3,
  },
  {
    name: 'People & Culture',
    size: 40,
    titles: ['People Partner', 'Recruiter', 'Recruiter', 'Payroll Specialist'],
    readiness: 0.2,
  },
  {
    name: 'Finance & Legal',
    size: 36,
    titles: ['Financial Controller', 'Credit Controller', 'Credit Controller', 'Legal Counsel'],
    readiness: -0.4,
  },
  { name: 'Technology', size: 20, titles: ['Systems Engineer'], readiness: 0.8 },
  {
    name: 'Board Office',
    size: 4,
    titles: ['Managing Partner', 'Chief of Staff', 'Executive Assistant'],
    readiness: 0,
  },
];
