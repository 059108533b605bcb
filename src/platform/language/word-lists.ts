/**
 * Words that belong to one of the two languages only, or nearly so, and stand in almost every message of it.
 * Those both know ("in", "was", "die", "so", "hat", "an", "will") are left out on purpose.
 */
const de = `aber alle allem allen alles als alter andere auch auf aus bei beim bekommen bekomme bestellung besten bin bis bist
  bitte brauche da dafür dafuer damit dann darauf das dass dein deine dem den denn der des dich diese diesem diesen dieser
  dieses dir doch drauf du durch egal ein eine einem einen einer eines endlich er erledigt es etwas euch euer eure eurem euren
  eurer fehlt finde frage freu freue freut für fuer ganz gar gebt geht gekauft geld gern gerne gestern gib gibt gibts grüße
  gruesse gruessen grüßen grüezi gut gute guten guter habe haben habt hab hallo halt hast heute heit hier hätte haette ich ihm
  ihn ihnen ihr ihre ihrem ihren im immer ist ja jemand jetzt kann kannst kein keine keinen keiner klar klasse könnt könnte
  könnten koennt koennte kommt lange laden lauft läuft leider leute macht mal man mehr mein meine meinem meinen meiner mega mich
  mir mit moin muss müssen nach nachricht ne nein nett nettes nicht nichts nie noch nochmal nun nur ob oder ohne schick schicken
  schon schön schoen sehr seid seit sich sie siehe sind soll sollte servus stimmt suche tag ueber über uhr um und uns unser
  unsere vielen viele vom von vor wann warte warten warum wegen weil weiter welche wenn wer werde werden wie wieder wieso wir
  wird wirklich wo wurde würde wuerde zu zum zur zurück zurueck zusammen öffnungszeiten oeffnungszeiten rückruf lieferung
  rechnung danke dankeschön dank bestellt kaputt genau morgen liebe lieber lg vg mfg`;
const en = `about again amazing and any anyone are aren't around back because been before being but buy by call can
  cannot can't come could couldn't customer day delivery depends did didn't do does doesn't doing don't each even every
  everyone excited from gave get give gonna good got great guys had happy has hasn't have haven't hello help hey hours how i i'd
  i'm i've if is isn't it its it's just keep know last let like lol look lot love lovely make many me more much my near need never
  nice nobody not of off on only open opening or order our out over per please pls regards reply right sent she should since some
  sorted soon still such take tbh thank thanks than that that's the their them then there these they thing this those time thx
  tried true u up us very wait waiting want wanted we we're well were what what's whatever when where which while who why with
  won't work worries would wouldn't yeah yes you you're your yours yesterday today tomorrow unsubscribe again morning greetings
  kind never really cancel cancelled broken no`;

const wordsOf = (text: string) => new Set(text.split(/\s+/));

export const telling: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['de', wordsOf(de)],
  ['en', wordsOf(en)],
]);
