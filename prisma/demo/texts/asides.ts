import type { BankLanguage } from './banks';

/** What people add in passing; fits before or after any sentence. Only used where the bare sentence was heard lately. */
export interface Asides {
  before: string[];
  after: string[];
  brandAfter: string[];
  noteAfter: string[];
}

export const asides: Record<BankLanguage, Asides> = {
  de: {
    before: [
      'Hm.', 'Okay.', 'Aha.', 'Ach ja.', 'Interessant.', 'Also gut.', 'Kurz {vom Handy|aus dem Zug|aus der Mittagspause|vom Spielplatz|aus dem Wartezimmer}:', 'Ehrlich gesagt:', 'Nur kurz:', 'Nochmals ich.', 'So.', 'Moment.', 'Jetzt aber:', 'Na dann.',
      'Noch {schnell|kurz}, {bevor ich losmuss|bevor der Zug fährt|bevor die Kinder wach sind}:', '{Nachtrag|Anmerkung} aus [city]:', '',  '', '',
    ],
    after: [
      'Grüße aus [city]!', 'Hier in [city] {regnet es gerade|scheint endlich die Sonne|liegt dicker Nebel|windet es wie verrückt}.', '{Sitze|Schreibe} gerade im {Zug|Bus|Wartezimmer|Büro}, {daher kurz|deshalb so knapp}.', 'So, {Feierabend|Mittagspause vorbei|zurück an die Arbeit|ab ins Bett}.', 'Entschuldigt die Tippfehler, {kalte Finger|kleines Display|Kind auf dem Arm}.',
      '{Jetzt|Gleich} erst mal {Kaffee|Tee|raus an die Luft|Abendessen|eine Runde mit dem Hund}.', '{Mein Mann|Meine Frau|Meine Schwester|Mein Bruder|Mein Tourenpartner} {lässt grüßen|nickt gerade|hat mitgelesen|sieht das genauso}.', 'Am {Wochenende|Samstag|Sonntag} {geht es raus|sind wir wieder draußen|ist Hüttendienst}.', 'Euch {einen schönen Abend|eine gute Woche|ein schönes Wochenende|schöne Touren}!', '{Wollte|Musste} ich {kurz|einfach mal} loswerden.', 'Gruß, [me]', '[me]', 'Liebe Grüße, [me] aus [city]', 'LG aus [city], [me]',
      '{Der Rucksack ist gepackt|Die Stiefel stehen schon im Flur|Die Karte liegt schon da}.', 'Schönen {Tag|Abend|Sonntag} allen!', 'PS: {[city] hat übrigens auch schöne Wege|toller Faden hier|schön, dass es euch gibt}.',
    ],
    brandAfter: ['Gruß aus {der Werkstatt|Zürich|Winterthur|dem Lager|dem Büro|der Zürcher Binz}, [member]', '{Einen schönen Tag|Eine gute Woche|Gute Touren|Schönes Draußensein} wünscht [member]', 'Bei Fragen {einfach melden|sind wir da|gern nochmals schreiben}. – [member]', '– [member]{ aus der Werkstatt| vom Kundenservice| aus Winterthur|, Nordlicht}', '{Viele|Liebe|Herzliche|Beste} Grüße nach [city]{, [member]|!}', '[member] {grüßt nach [city]|und das ganze Team}'],
    noteAfter: ['(Stand {heute früh|mittags|15 Uhr|gestern Abend})', 'Mehr steht im Verlauf.', 'Telefonat mit [name] war {kurz|freundlich|etwas zäh}.', '[name] ist {informiert|im Bild|noch nicht informiert}.', 'Ich bleibe dran, {bis Freitag|diese Woche|bis es gelöst ist}.', 'Bitte {heute|morgen} noch.', 'Kontakt aus [city], {spricht Dialekt|erreichbar ab 17 Uhr|lieber schriftlich}.'],
  },
  en: {
    before: ['Hm.', 'Okay.', 'Right.', 'Ah.', 'Interesting.', 'Honestly?', 'Quick one {from the train|from my phone|before work|over lunch}:', 'Me again.', 'Just briefly:', 'Well.', 'Before I forget:', '{Note|Postscript} from [city]:', '', '', ''],
    after: ['Greetings from [city]!', '{Raining|Sunny|Foggy|Blowing a gale} here in [city].', '{Writing|Typing} this on the {train|bus|sofa}, so {keeping it short|excuse the typos}.', 'Right, {back to work|off to bed|coffee first|dog needs walking}.', '{My wife|My husband|My sister|My hiking partner} {agrees|says hello|is nodding}.', 'Heading out {on Saturday|this weekend|tomorrow}.', 'Have a good {evening|week|weekend}, all!', 'Cheers, [me]', '[me]', 'Best from [city], [me]', '{Pack’s by the door|Boots are by the door|Map’s on the table}.', 'Lovely thread, {by the way|this}.'],
    brandAfter: ['Best from {the workshop|Zürich|Winterthur}, [member]', '{Have a good day|Enjoy the hills|Happy trails}, [member]', 'Shout if {anything’s unclear|you need more}. – [member]', '– [member]{, Nordlicht| from the workshop| in Winterthur|}', 'Greetings to [city]{, [member]|!}'],
    noteAfter: ['(as of {this morning|noon|3 p.m.})', 'More in the history.', '[name] {knows|hasn’t been told yet|is fine with it}.', 'I’ll stay on it {until Friday|this week}.', 'Based in [city], {after five is best|prefers writing}.'],
  },
};
