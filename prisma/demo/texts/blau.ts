/** What people say to a coffee roastery: question, answer, thanks, each in two languages. */
export interface CoffeeTalk {
  ask: string[];
  answer: string[];
  thanks: string[];
  review: string[];
  reviewAnswer: string[];
}

const beans = '{Hafen|Nordsüd|Blaue Stunde|Kontor 7|Alster|Morgenwache}';

export const coffee: Record<'de' | 'en', CoffeeTalk> = {
  de: {
    ask: [
      `Welche Mühleneinstellung empfehlt ihr für ${beans} in der {French Press|Bialetti|V60|Siebträgermaschine}? {Bei mir wird er bitter.|Mir fehlt der Körper.|Der erste Schluck ist sauer.}`,
      `Mein Abo mit ${beans} kam diesmal {ganze Bohne statt gemahlen|eine Woche zu spät|mit falscher Sorte}. {Könnt ihr das ändern?|Was nun?} {Bestellnummer [order].|Nummer [order].}`,
      `Gibt es ${beans} auch {entkoffeiniert|im Kilobeutel|als Hausmischung fürs Büro}? {Wir sind zwölf Leute.|Wir trinken zu viel.|Frage für die ganze Etage.}`,
      `{Am Samstag|Letzte Woche|Gestern} bei euch in der {Speicherstadt|Rösterei} ${beans} probiert. {Von welcher Farm kommt der?|Wie lange ruht der nach der Röstung?|Wann gibt es wieder eine Führung?}`,
    ],
    answer: ['Moin [name], {eine Stufe gröber und 92 Grad|zwei Klicks feiner und 30 Sekunden}, dann sollte es passen. {Erzähl, wie er schmeckt!|Sonst komm vorbei, wir mahlen gemeinsam.}', 'Hallo [name], {das richtige Päckchen geht heute raus|wir haben das Abo angepasst}, {das andere darfst du behalten|tut uns leid}.', 'Hi [name], {ja, ab zwei Kilo|gibt es ab nächster Röstung}, {frisch am Dienstag|wir rösten donnerstags}. {Gruß aus dem Hafen!|Bis bald.}', 'Lieber Gruß zurück, [name]! {Der kommt von einer Kooperative in Huila|Zehn Tage Ruhe tun ihm gut|Die nächste Führung ist am ersten Samstag}.'],
    thanks: ['{Eine Stufe gröber wars.|Perfekt!} {Danke!|Der Sonntag ist gerettet.} [n2] Tassen später: {immer noch begeistert|wach}.', 'Danke, {Päckchen ist da|hat geklappt}! {Riecht bis ins Treppenhaus.|Die Nachbarn fragen schon.} ([order])'],
    review: [`${beans}: {Nuss, Kakao|Beere, fast Wein|Karamell}, {wird unser Bürokaffee|nie wieder Supermarkt}. {Lieferung in zwei Tagen.|Röstdatum auf der Tüte, so muss das.}`, `${beans} war {zu dunkel für mich|schon sechs Wochen alt}, {schade|hatte mehr erwartet}. {Service war aber nett.|Antwort kam nach vier Tagen.}`],
    reviewAnswer: ['Danke dir, [name]! {Das freut die ganze Rösterei.|Auf die nächste Tüte.}', 'Hallo [name], {das ärgert uns auch, eine frische Tüte ist unterwegs|probier gern unsere helle Röstung, die geht auf uns}.'],
  },
  en: {
    ask: [`Which grind would you suggest for ${beans} in {an Aeropress|a V60|a moka pot}? {Mine turns out bitter.|It tastes thin.}`, `My subscription with ${beans} {came whole bean instead of ground|is a week late}, order [order]. {Could you fix it?|What now?}`, `Do you ship ${beans} to {Ireland|Denmark|the Netherlands}? {We’re a small office.|Asking for a very tired friend.}`],
    answer: ['Hi [name], {one step coarser and 92 degrees|two clicks finer, thirty seconds}. {Tell us how it goes!|That should do it.}', 'Hello [name], {we do, from two kilos up|the right bag leaves today}, {keep the other one|sorry about that}.'],
    thanks: ['{Spot on.|That did it!} {Thanks!|Sunday saved.} {[n2] cups in and counting.|Order [order] arrived, smells great.}'],
    review: [`${beans}: {berries, almost wine|cocoa and nuts}, {roast date on the bag|delivered in two days}. {Office favourite now.|Never going back.}`],
    reviewAnswer: ['Thank you, [name]! {To the next bag.|Made our morning.}'],
  },
};
