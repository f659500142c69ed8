import { decodeEntities } from '../onSend/htmlEntities';

/** The words of sanitised template HTML: tags become spaces, entities the characters they stand for. */
export function plainText(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}
