import { checkingPrompts } from './checkingPrompts';
import { clientPrompts } from './clientPrompts';
import { clientTemplates } from './clientTemplates';
import { deliveryPrompts } from './deliveryPrompts';
import { deliveryTemplates } from './deliveryTemplates';
import { secondTemplates } from './secondTemplates';
import type { StarterItem } from './starterItem';

/**
 * The starter library: prompts and email templates for four job families, each written for a step
 * of a mapped task and meeting every prompt standard. A programme takes it on request, as drafts
 * that go through review like any other.
 */
export const starterLibrary: readonly StarterItem[] = [
  ...clientTemplates,
  ...deliveryTemplates,
  ...clientPrompts,
  ...deliveryPrompts,
  ...secondTemplates,
  ...checkingPrompts,
];
