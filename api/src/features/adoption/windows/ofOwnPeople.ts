/**
 * Whether a row named `fact` is of somebody who was eligible in its own week, in the programme that
 * the parameter (`$3`) gives the key of.
 */
export const ofOwnPeople = (programmeKey: `$${number}`) => `EXISTS (
  SELECT 1 FROM membership_span AS span
   WHERE span.programme_key = ${programmeKey} AND span.subject_id = fact.subject_id
     AND span.valid_from <= fact.week + 6 AND (span.valid_to IS NULL OR span.valid_to > fact.week + 6))`;
