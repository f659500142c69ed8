const likeFormula = /^'*[=+\-@\t\r]/;

/**
 * `text` as a cell that no spreadsheet takes for a formula: an apostrophe goes before what begins
 * like one, also behind apostrophes that stand there already, so that {@link fromCellText} is exact.
 */
export function toCellText(text: string): string {
  return likeFormula.test(text) ? `'${text}` : text;
}

/** What {@link toCellText} was given. */
export function fromCellText(cell: string): string {
  return cell.startsWith("'") && likeFormula.test(cell) ? cell.slice(1) : cell;
}
