/**
 * Whether a fact, a row named `fact`, does not wait for company: as what it is, or, a use, among the
 * uses of its item (`item_use`).
 */
export const isLetIn = (kind: 'usage_event' | 'item_use' | 'draft_observation') => `NOT EXISTS (
  SELECT FROM held_fact
   WHERE held_fact.subject_id = fact.subject_id AND held_fact.client_key = fact.client_key
     AND held_fact.fact = '${kind}')`;
