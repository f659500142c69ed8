/**
 * Rows of a roll-up per person and week, in the weeks `$2` of the programme `$1` (or another
 * expression's), whose person was eligible in the row's own week: nobody's joining or leaving moves
 * what an earlier week said.
 */
export const eligibleRows = (rollUp: string, weeks = 'ANY ($2::date[])') => `
  (SELECT each.* FROM ${rollUp} AS each
     JOIN membership_span AS member
       ON member.programme_key = $1 AND member.subject_id = each.subject_id
      AND member.valid_from <= each.week + 6
      AND (member.valid_to IS NULL OR member.valid_to > each.week + 6)
    WHERE each.week = ${weeks})`;

/** The middle value of a sorted array that is not empty, or the mean of the two middle ones. */
export const middleOf = (sorted: string) =>
  `(${sorted}[(cardinality(${sorted}) + 1) / 2] + ${sorted}[(cardinality(${sorted}) + 2) / 2]) / 2`;
