import type { Case } from '../case';

export const repairCases: Case[] = [
  {
    key: 'pole',
    tag: 'Reparatur',
    items: ['polaris', 'polaris4', 'tarp'],
    circle: 'repair',
    subject: ['Gestänge gebrochen', 'Zeltstange gerissen', 'Ersatzstange für [die.acc]', 'Stange am Ende, was nun?', 'Gestänge [P]'],
    setup: [
      'Wir waren [past] [tour] unterwegs.',
      '[past!] [tour] in eine Sturmnacht geraten.',
      'Beim ersten Aufbau der Saison {ist es passiert|hat es geknackt}.',
      'Nach {drei|vier|fünf|sechs} Jahren ohne einen einzigen Defekt:',
      'Eigentlich bin ich mit [dat.die] rundum glücklich.',
      'Windstärke {sechs|sieben|acht}, kein Schutz, {der Kleine hat fest geschlafen|an Schlaf war nicht zu denken}.',
    ],
    problem: [
      'Bei [dat.mein] ist {Segment drei|das zweite Segment|das oberste Segment|die mittlere Stange} gebrochen, {ein glatter Bruch kurz hinter der Hülse|direkt an der Verbindung|der Länge nach aufgesplittert}.',
      'Die lange Stange ist {an der Steckverbindung aufgeplatzt|beim Abbauen geknickt|beim Einfädeln gerissen}.',
      'Das Gestänge {hat einen Haarriss, der mit jedem Aufbau länger wird|ist an zwei Stellen verbogen und lässt sich kaum noch stecken}.',
      
      'Eine Böe, ein Knacks, und {der ganze Bogen hing schief|die Stange hat sich durch den Kanal gebohrt}.',
    ],
    ask: [
      '{Gibt es die Segmente einzeln|Bekomme ich die Stange einzeln} oder {muss ich das ganze Set kaufen|nur als Set}?',
      'Lohnt sich {die Reparaturhülse|Schienen mit Hülse und Tape}, oder ist das nur für den Notfall?',
      'Hat das {jemand schon einmal selbst gewechselt|schon mal jemand selbst gerichtet}?',
      '{Welchen Durchmesser|Welche Wandstärke} brauche ich da als Ersatz?',
      '[soon!] gehts wieder los, {schaffe ich das bis dahin|wie kriege ich das bis dahin hin}?',
    ],
    peers: [
      'Hülse drüber, an beiden Enden zwei Lagen Gewebeband, hält bei mir seit {zwei Sommern|letztem Herbst|{sechs|acht|vierzehn} Nächten}.',
      'Die Segmente gibts einzeln, einfach {die Länge in Millimetern|die Nummer, die innen eingeprägt ist,} durchgeben. Hat bei mir {zwölf|neun|vierzehn} Euro gekostet.',
      'Miss mal mit der Schieblehre: {die älteren haben 8,5, die neueren 9 mm|bei mir waren es 8,5 mm, das passt nicht zu den neuen}. Die Hülsen {gehen über beide|passen trotzdem}.',
      
      'Nicht biegen! Alu, das einmal geknickt war, bricht {beim nächsten Wind|garantiert wieder an der Stelle}. {Lieber gleich das Segment tauschen.|Tausch lieber das Segment.}',
      'Ich hab im Repair Café {ein Reststück|ein passendes Segment} bekommen und die Kante mit {Schmirgelpapier|einer feinen Feile} entgratet, seitdem Ruhe.',
    ],
    exchanges: [
      ['{Rutscht die Hülse nicht?|Und die Hülse bleibt da, wo sie soll?}', '{Nein|Bisher nicht}, wenn {du das Tape über die Kante ziehst|links und rechts genug Tape drauf ist}. Im Zweifel ein Tropfen Sekundenkleber.'],
      ['Wo finde ich die {eingeprägte Nummer|Segmentnummer}?', 'Auf dem kurzen Ende, {da wo es im nächsten Segment steckt|unter der Endkappe}. Man braucht gutes Licht.'],
      ['Geht das auch mit {Heringen und Panzertape|einem alten Hering als Schiene}, bis das Teil da ist?', 'Für ein, zwei Nächte schon. {Hauptsache|Wichtig ist}, der Stoff liegt nirgends an einer scharfen Kante.'],
    ],
    brand: [
      'Die Segmente [gen.die] gibt es einzeln, {zehn Jahre lang|auch für ältere Jahrgänge}. Schick<^en Sie> uns bitte {ein Foto vom Bruch und die Länge|die eingeprägte Nummer}, dann geht {heute noch|morgen früh} ein Ersatz raus.',
      'Ein einzelnes Segment kostet 12 Euro, die Reparaturhülse legen wir {kostenlos dazu|gern dazu}. Bis [until] {ist das mit der Post machbar|klappt das}.',
      'Wenn <du magst, bring^Sie mögen, bringen Sie> das Gestänge {am Donnerstag ins Repair Café Zürich|in einer unserer Werkstätten vorbei}, der Wechsel dauert keine zwanzig Minuten.',
    ],
    solved: [
      'Segment {ist da|kam heute} und passt. {In zehn Minuten war alles drin.|Zelt steht wieder.}',
      'Mit der Hülse {haben wir die ganze Woche geschafft|gings einwandfrei}, zwei Nächte davon mit ordentlich Wind.',
      'War tatsächlich 8,5 mm. {Neues Segment drin, läuft.|Jetzt steht [pron.nom] wieder wie am ersten Tag.}',
    ],
    notes: [
      'Segment liegt im Lager Winterthur, {31|24|17|12} Stück. [at] {gehst du?|legst du eins zurück?}',
      '{Dritter|Vierter|Zweiter} Bruch an derselben Stelle diesen Monat, [at] bitte ans Produktteam geben.',
    ],
  },
  {
    key: 'zip',
    tag: 'Reparatur',
    items: ['skarv', 'polaris', 'vinter', 'fjell', 'brise'],
    circle: 'repair',
    subject: ['Reißverschluss klemmt', 'Reißverschluss [P]', 'Zipper hakt', 'Schlitten läuft leer'],
    setup: [
      'Ich mag [acc.mein] wirklich und will [pron.acc] nicht ersetzen.',
      'Gekauft {vor drei Jahren|im Frühling 2022|gebraucht, Zustand sonst top}.',
      '[past!] [tour] war der Moment, vor dem ich mich gefürchtet habe.',
      'Viel Sand, viel Salz, {wenig Pflege, ich gebs zu|das war [anytour]}.',
      'Kleines Teil, großer Ärger:',
    ],
    problem: [
      'Der Reißverschluss {hakt auf halber Höhe|läuft vorne zu und hinten wieder auf|fasst links nicht mehr}.',
      'Bei [dat.mein] ist {der Schieber ausgeleiert|ein Zahn ausgebrochen|der Anhänger abgerissen}, {zu bleibt da nichts mehr|mit Handschuhen keine Chance}.',
      'Seit {der letzten Wäsche|dem Regenwochenende|ein paar Wochen} geht der Reißverschluss nur noch mit {beiden Händen und gutem Zureden|Gewalt}.',
      'Der Stoff {zieht sich immer wieder in den Schlitten|wird dauernd mit eingezogen}, ein kleines Loch ist schon da.',
    ],
    ask: [
      'Kann man den Schieber {einzeln tauschen|selbst wechseln}, und {welche Größe|welche Nummer} brauche ich?',
      '<Repariert ihr^Reparieren Sie> das, und {was kostet das ungefähr|wie lange dauert das}?',
      'Gibt es einen Trick, {bevor ich [pron.acc] einschicke|ohne alles aufzutrennen}?',
      'Wer hat Erfahrung mit {Silikonspray|Bienenwachs|Kerzenwachs} an {Spiralreißverschlüssen|solchen Zippern}?',
    ],
    peers: [
      'Meist ist nicht die Spirale hin, sondern der Schieber aufgebogen. {Mit der Zange beidseitig ganz leicht zudrücken|Ganz vorsichtig mit der Flachzange nachdrücken}, dann fasst er wieder.',
      'Auf der Rückseite vom Schieber steht {eine Zahl, meistens 5 oder 8|die Größe}. Ersatz kostet {zwei|drei} Euro und {du brauchst nur ein Ende aufzutrennen|ist in zehn Minuten drin}.',
      'Erst mal mit {einer alten Zahnbürste und lauwarmem Wasser|Zahnbürste und Seife} durchputzen, trocknen lassen, dann Silikonspray. {Wirkt Wunder.|Bei mir wars danach erledigt.}',
      'Bitte kein WD-40, das {zieht Dreck an und löst die Beschichtung|macht den Stoff fleckig}. {Graphit vom Bleistift|Kerze} geht im Notfall.',
      'Ich nähe so etwas bei uns im Repair Café, ein neuer Schieber ist da {das häufigste überhaupt|quasi jede Woche dran}. Komm vorbei!',
    ],
    exchanges: [
      ['Und wenn {die Spirale selbst gerissen ist|wirklich ein Zahn fehlt}?', 'Dann hilft nur ein neuer Reißverschluss, das ist Näharbeit von {zwei|drei} Stunden. {Lohnt sich trotzdem.|Bei dem Neupreis immer noch sinnvoll.}'],
      ['Wie fest drückst du da?', 'Weniger, als man denkt. {Lieber dreimal nachfassen als einmal zu viel.|Wenn er schwer läuft, war es zu fest.}'],
    ],
    brand: [
      'Schieber für [acc.die] schicken wir <dir^Ihnen> kostenlos zu, Größe 5 in {Schwarz|Anthrazit|Petrol}. Eine Anleitung mit Bildern liegt bei.',
      'Den kompletten Reißverschluss tauscht unsere Werkstatt für 35 Euro, {derzeit etwa neun Tage|im Moment gut eine Woche} Bearbeitung. {Den Rückversand übernehmen wir.|Bitte gewaschen einschicken.}',
      'Das klingt nach einem aufgebogenen Schieber. <Probier^Probieren Sie> zuerst {die Zange|den Trick mit der Zange}; hilft das nicht, reparieren wir [acc.die] gern.',
    ],
    solved: [
      'Das mit der Zange wars! {Läuft wieder wie neu.|Unglaublich, zwei Jahre hab ich mich damit geplagt.}',
      'Neuer Schieber ist drin, {hat keine Viertelstunde gedauert|und ich kann jetzt Reißverschlüsse}.',
      'Geputzt, gesprüht, {läuft|gleitet}. {Hätte ich nicht gedacht.|Danke für den Schubs.}',
    ],
    notes: ['[at] haben wir noch Schieber Gr. 5 in {Petrol|Anthrazit}? {Liste im Werkstattordner ist alt.|Sonst Ersatz in Schwarz anbieten.}', 'Kulanz, Garantie ist {seit zwei Monaten|knapp} vorbei. Freigegeben.'],
  },
  {
    key: 'patch',
    tag: 'Reparatur',
    items: ['skarv', 'lyng', 'vinter', 'fjell', 'brise', 'ull'],
    circle: 'repair',
    subject: ['Riss flicken', 'Loch in [dat.die]', 'Flicken, aber wie?', 'Funkenloch'],
    setup: [
      'Ein Ast, ein Schritt, {ratsch|ein hässliches Geräusch}.',
      'Am Lagerfeuer [tour] nicht aufgepasst.',
      'Unser Hund {wollte auch mal|hat Zähne, leider}.',
      'Wegwerfen kommt nicht in Frage, also:',
      'Beim Klettern {hängen geblieben|am Stacheldraht vorbeigeschrammt}.',
    ],
    problem: [
      '[Mein.nom] hat jetzt einen {Dreiangel von vier Zentimetern|Riss am Ärmel|Riss, so lang wie mein Zeigefinger}.',
      '{Drei|Vier|Fünf} Brandlöcher in [dat.mein], {stecknadelkopfgroß|jedes wie ein Reiskorn}, aber {es zieht durch|die Daunen kommen raus}.',
      'Am Knie ist der Stoff {durchgescheuert|so dünn, dass man durchsieht}.',
      'Die Naht an [dat.die] ist auf {zehn|sechs|acht} Zentimetern aufgegangen.',
    ],
    ask: [
      'Nähen oder kleben? {Was hält länger|Was macht ihr bei sowas}?',
      'Welches Flickzeug {hält die Waschmaschine aus|haftet auf imprägniertem Stoff}?',
      'Gibt es den Stoff {als Meterware|als Reststück in derselben Farbe}?',
      'Kommt man damit {ins Repair Café|zum Nähabend}, auch wenn man zwei linke Hände hat?',
    ],
    peers: [
      'Ecken vom Flicken immer rund schneiden, {sonst lösen sie sich beim ersten Waschen|dann hebt sich nichts ab}. Untergrund mit {Alkohol|Isopropanol} abreiben, aufbügeln durch ein Tuch.',
      'Unter {fünf Zentimetern|der Länge eines Streichholzes} klebe ich, darüber nähe ich und dichte die Naht mit {Nahtdichter|Silikon} ab.',
      'Sichtbar flicken! Mein {roter Flicken auf der grünen Hose|gestickter Stern überm Loch} bekommt mehr Komplimente als die Hose je hatte.',
      'Für Daunensachen: {Tenacious Tape|selbstklebender Ripstop} von außen, nie nähen, {durch die Löcher wandern die Federn|jeder Stich ist ein neues Loch}.',
      'Bring das {am Donnerstag|zum nächsten Termin} mit, wir haben {Reststoff in elf Farben|eine Industriemaschine} und genug Kaffee.',
    ],
    exchanges: [
      ['Hält das Bügeln die Membran aus?', 'Auf Stufe eins mit einem Tuch dazwischen ja, {zehn Sekunden drücken, nicht schieben|kurz und ohne Dampf}.'],
      ['Welche Nadel nimmst du?', 'Microtex 70, {die sticht keine großen Löcher|alles Gröbere sieht man}. Und Polyestergarn, keine Baumwolle.'],
    ],
    brand: [
      'Reststücke in Originalfarbe schicken wir <dir^Ihnen> {kostenlos|gegen das Porto}, {wir brauchen nur die Farbe vom Etikett|<sag^nennen Sie> uns nur kurz die Farbe}.',
      'Unsere Werkstatt flickt das für {18|24|20} Euro, {unsichtbar von innen oder mit Kontrastflicken, ganz wie gewünscht|auf Wunsch mit sichtbarem Flicken}.',
      'Tipp aus der Werkstatt: Riss erst mit Heftstichen schließen, dann beidseitig kleben. {So arbeitet der Stoff nicht weiter.|Das hält auch am Knie.}',
    ],
    solved: [
      'Geflickt! {Sieht besser aus als vorher.|Nicht schön, aber meins.}',
      '{Drei Wäschen später|Zwei Touren später}: hält noch immer.',
      'War beim Nähabend, {Flicken drauf, drei nette Leute kennengelernt|hab gleich noch zwei Hosen mitgebracht}.',
    ],
    notes: ['Reststoff {Moos|Fjord|Rost} ist fast aus, [at] bitte nachbestellen.', 'Wäre das etwas für die Reihe „Sichtbar geflickt“? [at] was meinst du?'],
  },
  {
    key: 'repaircafe',
    tag: 'Repair Café',
    items: ['fjell', 'skarv', 'polaris', 'vidda'],
    circle: 'repair',
    subject: ['Repair Café Zürich', 'Termin Repair Café', 'Repair Café auch anderswo?', 'Mithelfen im Repair Café'],
    setup: [
      '{Eine Freundin|Mein Nachbar|Jemand aus der Sektion} hat mir vom Repair Café erzählt.',
      'Hab euren Aushang {in der Kletterhalle|am Bahnhof|im Quartierladen} gesehen.',
      'War [past] zum ersten Mal da und {völlig begeistert|etwas überfordert von so viel Können}.',
      'Bei mir stapeln sich {die kaputten Sachen|drei Geduldsfälle}.',
    ],
    problem: [
      'Ich würde gern {[acc.mein] mitbringen|mit [dat.mein] kommen}, da {klappert eine Schnalle|löst sich eine Naht|fehlt ein Knopf}.',
      'Nähen kann ich, {Werkzeug hätte ich auch|Zeit hätte ich donnerstags}, nur allein macht es keinen Spaß.',
      'Bei uns in [city] gibt es so etwas {leider nicht|noch nicht}, das Interesse wäre riesig.',
      'Donnerstags schaffe ich es {wegen der Arbeit nie vor halb acht|mit den Kindern nicht}.',
    ],
    ask: [
      'Muss man sich anmelden, oder {einfach vorbeikommen|kommt man spontan}?',
      'Sucht ihr noch {Leute, die mithelfen|Freiwillige an der Nähmaschine}?',
      'Kommt ihr damit auch nach {Bern|Bozen|Innsbruck|Freiburg|Basel|Ulm|St. Gallen|Graz}?',
      'Wann ist der nächste Termin, und {was sollte man mitbringen|bis wann ist jemand da}?',
      'Würde jemand {in [city] mitmachen|mit mir eines auf die Beine stellen}?',
    ],
    peers: [
      'Einfach kommen. Ab {18|halb sieben|19} Uhr ist jemand da, und {wer wartet, bekommt Kuchen|der Kaffee ist gut}.',
      'Wir haben in {Bozen|Meran|Brixen} auch angefangen, {jeden zweiten Samstag|einmal im Monat}, meld dich gern!',
      'Bring das Teil gewaschen mit, {das ist die einzige Regel|sonst schimpft {Ruth|Beat}}. Ersatzteile haben wir meist da.',
      'Ich wäre dabei! {Zu dritt|Mit drei Leuten und einer Maschine} kann man anfangen, so war es bei uns auch.',
      'Ich hab dort {einen Schuh neu verklebt|Schnallen tauschen gelernt}, unter Anleitung. Jetzt helfe ich selbst mit.',
    ],
    exchanges: [
      ['Auch wenn man {gar nichts kann|noch nie genäht hat}?', 'Gerade dann. {Man schaut zu, fragt, und beim zweiten Mal macht man es selbst.|Alle haben so angefangen.}'],
      ['Kostet das etwas?', '{Nein, es steht ein Kässeli da.|Nur die Ersatzteile, der Rest ist eine Spende.}'],
    ],
    brand: [
      'Das Repair Café ist jeden Donnerstag von 18 bis 21 Uhr in der {Zürcher Binz|Binz}, ohne Anmeldung. {Wir freuen uns!|Werkzeug und Ersatzteile sind da.}',
      'Wir kommen gern, wenn vor Ort {drei, vier Leute|ein paar Menschen} mitziehen. {Raum und Termin findet ihr, Werkzeug und Ersatzteile bringen wir.|Wer hätte Lust?}',
      'Freiwillige sind immer willkommen, besonders an der Nähmaschine. <Schreib^Schreiben Sie> uns einfach, an welchem Donnerstag es passt.',
    ],
    solved: [
      'War da, wurde repariert, {hab Leute kennengelernt|bin mit Kuchen im Bauch heim}. Genau so muss das sein.',
      'Wir sind jetzt {zu fünft|sieben Leute} und haben einen Raum. {Erster Termin: [soon].|Es geht los!}',
      'Angemeldet als Hilfe für Donnerstag, ich bin gespannt.',
    ],
    notes: ['[at] Idee für {Bern|Bozen|Ulm}: die Leute sind da, es fehlt nur ein Raum.', 'Sehr engagiert, bitte persönlich antworten, keinen Baustein. [at]'],
  },
  {
    key: 'swap',
    tag: 'Community',
    items: ['kraxe', 'fjell35', 'natt', 'ull', 'vinter', 'tundra'],
    circle: 'repair',
    subject: ['Tausche [P]',  'Weitergeben statt wegwerfen', ],
    setup: [
      'Kinder wachsen, {Schuhe leider nicht mit|die Ausrüstung bleibt zurück}.',
      'Beim Aufräumen {im Keller|auf dem Dachboden} gefunden:',
      
      'Hallo in die Runde!',
    ],
    problem: [
      'Ich gebe [acc.mein] ab, {kaum getragen|gepflegt, ein kleiner Fleck|zweimal benutzt}, {gegen Abholung in [city]|gern im Tausch}.',
      
      'Bei uns {steht|liegt} noch [nom.die] {und setzt Staub an|und wartet auf jemanden, der damit rausgeht}.',
    ],
    ask: [
      'Wer {mag|hat Interesse|kann so etwas brauchen}?',
      
      'Was wäre {ein fairer Preis|so etwas gebraucht noch wert}?',
    ],
    peers: [
      'Ich! {Wir sind im Sommer eh in der Nähe|Wohne quasi um die Ecke}, ich schreib dir.',
      'Meine Schwester sucht genau das. {Noch da?|Darf ich sie verlinken?}',
      'Hätte im Tausch {eine Isomatte, kurz|einen Windschutz für den Kocher|Kinderhandschuhe in Größe 5}.',
      'Fair fände ich ein Drittel vom Neupreis, {wenn alles dicht ist|wenn die Sohle noch Profil hat}.',
      'Schau mal bei der Tauschwand im Repair Café, {da hing am Donnerstag so ein Zettel|da findet sich oft etwas}.',
    ],
    exchanges: [
      ['Würdest du auch verschicken?', '{Klar, Porto teilen wir.|Ungern, aber wenn sich sonst niemand findet, ja.}'],
      ['Gibt es ein Foto {von der Sohle|vom Zustand}?', 'Kommt heute Abend, {ich muss erst Licht haben|bin noch bei der Arbeit}.'],
    ],
    brand: [
      'Schön, dass [nom.die] weiterzieht! Falls etwas fehlt: Kleinteile für die zweite Runde {schicken wir kostenlos|gibt es bei uns umsonst}.',
      'Kleiner Hinweis: {Gebrauchte Stücke|Auch gebrauchte Sachen} reparieren wir genauso, die zehn Jahre Ersatzteile gelten fürs Produkt, nicht für den Kassenzettel.',
    ],
    solved: ['Ist vergeben, {an eine sehr nette Familie aus [city]|und hat noch am selben Tag die erste Tour gemacht}.', 'Ist weg! {Danke fürs Vernetzen.|Keine fünf Stunden hat es gedauert.}'],
    notes: ['Tauschwand läuft von allein, {bitte nicht hineinverkaufen|hier nur mitlesen}. [at]'],
  },
];
