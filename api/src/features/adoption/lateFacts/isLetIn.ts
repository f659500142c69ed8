/** Whether a fact, a row of the table `kind` named `fact`, does not wait for company. */
export const isLetIn = (kind: 'usage_event' | 'draft_observation') => `NOT EXISTS (
  SELECT FROM held_fact
   WHERE held_fact.subject_id = fact.subject_id AND held_fact.client_key = fact.client_key
     AND held_fact.fact = '${kind}')`;
