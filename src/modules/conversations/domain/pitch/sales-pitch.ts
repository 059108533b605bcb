/** Words that sell, by how; precision first: a word a plain answer needs too (price, voucher, shop) is not enough by itself. */
const signs = {
  urge: /\b(?:jetzt (?:kaufen|bestellen|zugreifen|sichern|shoppen|buchen|entdecken|zuschlagen)|bestell(?:e|t|en sie)? (?:jetzt|gleich|noch heute)|sicher(?:e|t|n sie)? (?:dir|euch|sich) (?:jetzt|noch|gleich)|greif(?:t|en sie)? zu|zuschlagen|nicht verpassen|nur (?:heute|noch heute|für kurze zeit|solange der vorrat)|solange der vorrat reicht|buy (?:now|today)|order (?:now|today)|shop now|grab yours|don'?t miss|hurry|act now|limited time|while stocks last|today only|get yours|sign up now|upgrade (?:now|today)|schau(?:t|en sie)? (?:doch )?(?:mal )?in unserem shop vorbei|check out our (?:shop|store|new|latest))/giu,
  bargain:
    /\b(?:\d{1,2} ?(?:%|prozent|percent) (?:rabatt|off|discount|auf alles|günstiger|sparen)|(?:spar|save)(?:e|t|en)? (?:bis zu |up to )?(?:€ ?|\$ ?)?\d+|rabattcode|discount code|promo code|gutscheincode|sonderangebot|schnäppchen|special offer|aktionspreis|unschlagbar(?:e[nrsm]?)? preis\p{L}*|unbeatable price|best price|bestpreis|(?:nur|only|für nur|for only|just) ?(?:€|\$|£) ?\d|(?:für |schon ab )?nur \d+(?:[.,]\d\d)? ?(?:€|euro)|for free with|gratis dazu|(?:super|tolle[ns]?|great|amazing) (?:angebot\p{L}*|deals?|offers?))/giu,
  boast:
    /\b(?:revolutionär\p{L}*|einzigartig\p{L}*|weltbest\p{L}*|unvergleichlich\p{L}*|die beste[nr]? \p{L}+ (?:der|am|aller)|marktführer\p{L}*|nummer 1|premium-?qualität|traumhaft\p{L}*|game[- ]?changer|revolutionary|world[- ]class|number one|#1|industry[- ]leading|state[- ]of[- ]the[- ]art|best[- ]in[- ]class|you(?:'ll| will) love|du wirst (?:es|ihn|sie) lieben|ihr werdet (?:es|ihn|sie) lieben|must[- ]have|ultimative[nrsm]?|the ultimate|unwiderstehlich\p{L}*|irresistible)/giu,
  shop: /https?:\/\/\S*(?:shop|store|sale|angebot|deal|offer|buy|kaufen|utm_)\S*/giu,
};
const WEIGHTS = { urge: 2, bargain: 2, boast: 1.5, shop: 1 };
/** A sign alone may be a fact somebody asked for; two, of whatever kind, sell. */
const ENOUGH = 3;
/** The person asked for it: prices and offers are then the answer. */
const askedFor =
  /\b(?:preis\p{L}*|kostet|kosten|rabatt\p{L}*|angebot\p{L}*|gutschein\p{L}*|kaufen|bestellen|price\p{L}*|cost|discount\p{L}*|offers?|deals?|voucher|coupon|sale|buy|order (?:one|it|this))\b[^.!]*\?/iu;

/**
 * The words for which a reply reads like an advertisement; empty where it reads like an answer.
 * @param before what it answers: who asks for prices or offers gets facts by getting them
 */
export function pitchWords(reply: string, before: string): string[] {
  const found = Object.entries(signs).map(([kind, pattern]) => ({
    kind: kind as keyof typeof signs,
    words: [...new Set(reply.slice(0, 5000).match(pattern) ?? [])],
  }));
  const isAsked = askedFor.test(before);
  const score = found.reduce((sum, { kind, words }) => {
    const isFact = isAsked && (kind === 'bargain' || kind === 'shop');
    return sum + (isFact ? 0 : WEIGHTS[kind] * words.length);
  }, 0);
  return score >= ENOUGH ? found.flatMap(({ words }) => words) : [];
}
