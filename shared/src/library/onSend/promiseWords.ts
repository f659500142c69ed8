/**
 * The words with which people promise an attachment, and those with which they speak of another one.
 * Each sentence is tried against every language; another language is another entry of the table.
 * Patterns see sentences in lower case, without umlauts ({@link withoutUmlauts}).
 */
export interface PromiseWords {
  /** Any of these promises a file. */
  readonly promising: readonly RegExp[];
  /** Any of these in the same sentence says that none is meant: somebody else's, an earlier or later one, none. */
  readonly excusing: readonly RegExp[];
}

const english: PromiseWords = {
  promising: [
    /\battached\b(?! to\b(?! th(?:is|e) (?:e-?mail|message|mail|note)\b))/,
    /\b(?:i|we)(?: am| are|['’]m|['’]re)?(?: also| hereby| now)? attach(?:ing)?\b/,
    /^attaching\b/,
    /\bpfa\b/,
    /\b(?:see|find|in|open|review|read|check|as)(?: the| my| our| an| this)? attachments?\b/,
    /\b(?:please find |find )enclosed\b/,
    /\benclosed (?:please|you|is|are|find)\b/,
    /\bthe enclosed\b/,
    /\b(?:i|we)(?: also| hereby)? enclose\b/,
    /\b(?:is|are) enclosed(?:[.,!]?$|,| (?:for|with this|to this|herewith)\b)/,
  ],
  excusing: [
    /\b(?:not|nothing|never|n['’]t)(?: yet)?(?: been)? attach(?:ed|ing)?\b/,
    /\bn['’]t (?:have |had )?attach/,
    /\bno (?:files?|documents?|attachments?)\b/,
    /\bwithout (?:any |an |the )?attach/,
    /\b(?:any|and|or|all) attach(?:ment|ed)/,
    /\bstrings attached\b/,
    /\bthank(?:s| you)(?: very much| so much| a lot)? for (?:the|attaching)\b/,
    /\b(?:you|he|she|they)(?:['’]ve|['’]d)?(?: have| had| has)?(?: already| kindly)? attached\b/,
    /\battach(?:ed|ment)s?(?: (?:files?|documents?|to|in|of|from|with|that|which))* (?:you|your)\b(?! (?:will|can|may|should|find|asked|requested|need|wanted)\b)/,
    /\byour (?:[a-z]+ )?attach/,
    /\b(?:last|previous|earlier|first) (?:e-?mail|message|mail|note)\b/,
    /\b(?:had|already) attached\b/,
    /\battached .*\b(?:yesterday|last week)\b/,
    /\b(?:will|['’]ll|shall|would|could|can|should|must|to|please|forgot to) attach(?:ed)?\b(?!ed)/,
    /^(?:have|had|has|was|were|is|did|are) .*\battach(?:ed)?\?$/,
    /\bif (?:it is |they are )?attached\b/,
    /\bmaximum\b.*\battachment|\battachment(?:s)? (?:limit|size)\b/,
  ],
};

const german: PromiseWords = {
  promising: [
    /\banbei\b/,
    /\bbeigefugt(?:e[nmrs]?)?\b/,
    /\bbeigelegt(?:e[nmrs]?)?\b/,
    /\bbeiliegend(?:e[nmrs]?)?\b/,
    /\bangefugt(?:e[nmrs]?)?\b/,
    /\bangehangt(?:e[nmrs]?)?\b/,
    /\bfuge(?: ich| wir)? .*\bbei\b(?! (?:der|dem|den|einem|einer|uns|ihnen)\b)/,
    /\bliegt .*\bbei[.!]?$|\bliegen .*\bbei[.!]?$/,
    /\bhange (?:ich )?.*\ban\b(?! (?:der|die|das|dem|den)\b)/,
    /\b(?:im|siehe|s|als|mit dem|in den) anh(?:ang|angen)\b(?! (?:des|zum|zur|eines|einer|nr|\d|[a-z]\b|[ivx]+\b))/,
    /\b(?:siehe|s|als) anlagen?\b(?! (?:des|zum|zur|eines|einer|nr|\d|[a-z]\b|[ivx]+\b))/,
    /\bin der anlage\b(?! (?:des|zum|zur|nr|\d)).*\b(?:finden|find|erhalten|erhaltst|bekommen|sehen|ubersende|ubersenden|sende|senden|schicke|schicken|ubermittle|ubermitteln|uberlasse|lasse|lege)\b/,
    /\b(?:finden|erhalten|bekommen|sende|senden|schicke|ubersende|ubersenden)\b.*\bin der anlage\b(?! (?:des|zum|zur|nr|\d))/,
    /\b(?:vertrag|rechnung|angebot|unterlagen|entwurf|protokoll|prasentation|datei|ubersicht|liste|bericht|gutachten|formular|vollmacht|bescheid|kopie|dokumente?)\b.* in der anlage[.!]?$/,
  ],
  excusing: [
    /\b(?:ihr|ihrem|ihren|ihres|ihre|dein|deinen|deinem|eure|eurem|euren) (?:[a-z]+ )?(?:anhang|anhange|anhangs|anlage|anlagen)\b/,
    /\b(?:anhang|anhange|anlage|anlagen) (?:zu |in |aus |von )?(?:ihrer|ihrem|ihren|ihres|deiner|deinem|eurer)\b/,
    /\b(?:sie|du|ihr|er) (?:[a-z]+ ){0,3}(?:angehangt|beigefugt|angefugt|beigelegt) (?:haben|hast|habt|hat|hatten|hattest)\b/,
    /\b(?:ihre|ihr|ihren|ihrem|deine|deinen|eure) (?:angehangte|beigefugte|angefugte|beiliegende)[nrsm]?\b/,
    /\bvon (?:ihnen|dir|euch) (?:angehangt|beigefugt|angefugt|beigelegt)/,
    /\bohne (?:einen |eine |den |die )?(?:anhang|anhange|anlage|anlagen)\b/,
    /\bkeine?n? (?:anhang|anhange|anlagen?)\b/,
    /\b(?:nicht|nichts|nie|noch nicht)(?: mit)? (?:angehangt|beigefugt|angefugt|beigelegt)\b/,
    /\b(?:letzten|vorigen|vorherigen|fruheren|ersten) (?:e-?mail|mail|nachricht)\b/,
    /\b(?:hatte|hatten) .*\b(?:angehangt|beigefugt|angefugt|beigelegt)\b/,
    /\bgestern .*\b(?:angehangt|beigefugt|angefugt)\b/,
    /\b(?:konnte|kann|konnte|liess) .*\bnicht offnen\b|\bnicht offnen (?:konnte|kann)\b/,
    /\bhangen sie\b|\bfugen sie\b|\bbitte (?:hangen|fugen)\b/,
    /(?:anhang|anlage) ist nicht (?:notig|notwendig|erforderlich)/,
  ],
};

export const promiseWords: readonly PromiseWords[] = [english, german];

/** How the patterns see a sentence: `für` and `fuer` are `fur`, because `\b` knows no umlauts. */
export function withoutUmlauts(text: string): string {
  return text.replace(/ä|ae/g, 'a').replace(/ö|oe/g, 'o').replace(/ü|ue/g, 'u').replace(/ß/g, 'ss');
}
