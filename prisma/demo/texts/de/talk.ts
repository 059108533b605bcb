import type { Talk } from '../bank';

export const talk: Talk = {
  greet: {
    CH: ['Hoi zäme', 'Hallo zusammen', 'Grüezi', 'Salü', 'Hoi', 'Grüessech mitenand'],
    AT: ['Servus', 'Grüß euch', 'Hallo', 'Griaß eich', 'Hallo in die Runde'],
    IT: ['Hoi', 'Griasti', 'Hallo', 'Hallo zusammen'],
    '*': ['Hallo', 'Moin', 'Hi zusammen', 'Hallo zusammen', 'Guten Abend', 'Hey', 'Guten Morgen', 'Servus'],
  },
  greetFormal: ['Guten Tag', 'Sehr geehrte Damen und Herren', 'Guten Morgen', 'Liebes Nordlicht-Team', 'Sehr geehrtes Team'],
  closing: ['LG [me]', 'Danke euch!', 'Viele Grüße, [me]', 'Merci!', 'Danke vorab', 'Liebe Grüße aus [city]', 'Gruß, [me]', 'Danke schon mal', 'Bis bald', 'Herzlich, [me]'],
  closingFormal: ['Freundliche Grüße\n[fullme]', 'Mit freundlichen Grüßen\n[fullme]', 'Besten Dank und Gruß\n[fullme]', 'Herzliche Grüße aus [city]\n[fullme]', 'Vielen Dank im Voraus\n[fullme]', 'Mit bestem Gruß, [fullme]'],
  peerOpen: [
    'Hatte ich auch.', 'Kenn ich.', 'Willkommen im Club.', '[name], ganz ruhig.', 'Ui, das kenne ich.', 'Bei mir genauso.', 'Hoi [name],', '@[name]', 'Ach, der Klassiker.',
    'Da kann ich helfen.', 'Aus Erfahrung:', 'Kurz und knapp:', 'Nach {drei|vier|fünf|sieben} Jahren damit:', 'Mein Senf dazu:', 'Letztes Jahr das Gleiche.', 'Hallo [name],',
    'Wir hatten das {auf der letzten Tour|im Sommer|schon zweimal}.', '[name], probier das:', 'Nicht verzweifeln.', 'Keine Hexerei:', 'So mach ich das:', 'Ganz ehrlich?', 'Oh je, mein Beileid.', 'Gute Frage.',
    'Gerade erst durchgemacht.', 'Mein Mann schwört darauf:', 'Meine Frau hat das gelöst:', 'Tipp von einem Bergführer:', 'Im Kurs gelernt:', '',
  ],
  peerTail: [
    'Gutes Gelingen!', 'Sag Bescheid, obs geklappt hat.', 'Viel Glück, [name]!', 'Schöne Tour!', 'Kannst mich gern anschreiben.', 'Notfalls hab ich noch eins übrig.', 'Hoffe, das hilft.', 'Meld dich, falls nicht.',
    'Foto wäre hilfreich.', 'Und berichte!', 'Gute Reise!', 'Wohnst du in der Nähe von [city]? Dann komm vorbei.', 'Bei Fragen fragen.', 'Funktioniert garantiert.', 'Ohne Gewähr, aber bei uns hats funktioniert.', '🙌', '💪', '⛺', '😊', '', '', '', '',
  ],
  peerAgree: [
    '{Genau so|Kann ich bestätigen}, {hat bei mir auch funktioniert|so mach ich es auch}.', 'Da schließe ich mich [peer] an.', '+1 für den Tipp von [peer]. {Bei mir hält das seit Monaten.|Besser kann man es nicht sagen.}',
    'Was [peer] sagt. {Ich würde nur noch ergänzen: Zeit lassen.|Nur nicht hetzen dabei.}', 'Wieder was gelernt, {danke [peer]|merk ich mir, [peer]}!', 'Ich lese hier {still|immer} mit und {habe mir das gerade notiert|speichere das für später}.',
    'Sehe ich etwas anders als [peer], {bei mir ging es nur mit neuem Teil|das hängt stark vom Jahrgang ab}.', 'Danke [peer], das {erspart mir eine Mail|wollte ich auch gerade fragen}.', 'Spannend, [peer]. {Wie lange ist das her?|Gilt das auch bei Kälte?}',
    'Mitlesend aus [city]: {genau das brauche ich auch|das Problem habe ich nämlich auch}.', 'Hut ab, [peer]. {Du solltest dafür bezahlt werden.|Immer wieder gut.}', '[peer] hat recht, {ich hab es vorhin ausprobiert|eben getestet}: {geht|klappt}.',
  ],
  brandOpen: ['Hallo [name],', 'Hallo [name]!', 'Hoi [name],', 'Servus [name],',  'Danke für die Nachricht, [name].', 'Gute Frage, [name].', 'Moin [name],', 'Hey [name],', 'Danke fürs Melden, [name].'],
  brandOpenFormal: ['Guten Tag [fullname],', 'Grüezi [fullname],', 'Guten Morgen [fullname],', 'Hallo [fullname],', 'Vielen Dank für Ihre Nachricht, [fullname].'],
  brandClose: ['{Liebe|Herzliche|Viele} Grüße, [member]', 'Gruß aus {Zürich|der Werkstatt|Winterthur}, [member]', '/[member]', '– [member]', 'Schöne Tour wünscht [member]', '[member] vom Nordlicht-Team', 'Bis bald, [member]', ''],
  brandAsk: [
    '<Magst du uns^Mögen Sie uns> {kurz|noch} ein Foto {schicken|dazulegen}, {damit wir das richtige Teil finden|dann sehen wir gleich, was es braucht}?', 'Welches Baujahr {ist es denn|hat das Stück}? {Steht auf dem weißen Etikett innen.|Das Etikett sitzt an der Innennaht.}',
    'Damit wir nichts Falsches schicken: {Welche Größe und Farbe|Welche Farbe} {ist es|war es}?', '<Verrätst du^Verraten Sie> uns noch die Bestellnummer?', 'Eine Rückfrage: {Seit wann ist das so|Tritt das immer auf oder nur bei Kälte|War es von Anfang an so}?', 'Bis wann <brauchst du es^brauchen Sie es> spätestens?',
  ],
  askReply: [
    'Foto {hängt an|ist dabei}, man sieht es {links oben|an der Kante|leider sehr gut}.', 'Auf dem Etikett steht {2019|2021|2022|03/2020|2018}.', 'Größe {M|L|S|42|39}, {Moos|Rost|Fjord|Anthrazit}.', 'Die Nummer ist [order], {bestellt im Frühjahr|vom letzten Herbst}.', 'Seit {zwei Wochen|dem letzten Wochenende|Anfang des Monats}, {schleichend|von einem Tag auf den anderen}.', 'Bis [until] wäre {ideal|super}, {ein paar Tage später geht auch|sonst leihe ich mir etwas}.',
  ],
  brandPraisesPeer: ['Danke [peer] für {den Tipp|die schnelle Hilfe}!', '[peer] hat es schon {genau richtig erklärt|perfekt gesagt}.', 'Dem Rat von [peer] können wir uns nur anschließen.', 'Schön, wie ihr euch hier helft. {Danke, [peer].|}', 'Was [peer] schreibt, stimmt.'],
  thanks: [
    'Danke [peer]!', 'Danke dir, [peer], {das probiere ich heute Abend|ich berichte}.', 'Super, [peer], {genau das hab ich gesucht|du rettest mir das Wochenende}.', 'Merci [peer]! {Wusste ich nicht.|Werkzeug liegt schon bereit.}', 'Tausend Dank, [peer]. {Darauf wäre ich nie gekommen.|Einleuchtend!}', 'Großartig, [peer]. {Du hast was gut bei mir.|Bier geht auf mich.}', '[peer], du bist {ein Schatz|Gold wert|eine Legende}.',
    'Vergelt’s Gott, [peer]!', 'Ah, jetzt versteh ichs. Danke, [peer].', 'Hat geklappt, [peer]! {Danke!|Wahnsinn.}', 'Danke für {die Mühe|deine Zeit}, [peer].', 'Ihr seid super. {Besonders [peer].|Danke [peer], danke alle.}', 'So viele Antworten in einer Stunde, danke! {Ich fange mit dem Vorschlag von [peer] an.|[peer], deiner klingt am besten.}',
  ],
  welcome: ['Gern!', 'Gern, [name]. {Dafür sind wir da.|Jederzeit wieder.}', 'Freut mich, [name]!', 'Bitte, bitte. {Erzähl dann, wie es war.|Viel Spaß draußen!}', 'Immer doch 😊', 'Passt schon, [name]!', 'Nicht dafür, {mir hat auch mal jemand geholfen|so bleibt das Wissen in Umlauf}.'],
  brandWelcome: ['Das freut uns, [name]! {Schöne Touren.|Gute Zeit draußen.}', 'Sehr gern. {Gute Tour!|Bis zum nächsten Mal.}', 'Danke für die Rückmeldung, {die geben wir ins Lager weiter|das liest die Werkstatt gern}.', 'Wunderbar, dann schließen wir das hier. {Gute Zeit draußen!|Alles Gute!}', 'So soll es sein, [name]. {Danke für die Geduld.|}'],
  nudge: ['Gibt es {schon etwas Neues|Neuigkeiten}?', 'Ich hake {nochmals|noch einmal} nach, {bisher kam nichts|seit Tagen keine Antwort}.', 'Hallo? {Ist da jemand?|Bin ich hier richtig?}', 'Nur zur Erinnerung, {ich warte noch|das ist noch offen}.', 'Kurze Nachfrage zu {meiner Nachricht von neulich|meinem Anliegen}: {Wie ist der Stand?|Hat das wer gesehen?}', 'Wäre schön, wenn sich {jemand melden könnte|da etwas tut}, [soon] {brauche ich es|geht es los}.'],
  privately: ['Für Adresse und Bestellnummer <schreib^schreiben Sie> uns bitte {privat|eine Direktnachricht}, {das gehört nicht in die Kommentare|dann geht es schneller}.', 'Wir haben <dir^Ihnen> eben privat geschrieben, {wegen der Adresse|damit die Daten nicht öffentlich stehen}.'],
  noteGeneral: ['Rückruf versprochen für {morgen|Montag|heute Nachmittag}. [at]', 'Kennt sich sehr gut aus, [at] {vielleicht für den Testkreis fragen|freundlich bleiben, hat recht}.', 'War schon {zweimal|dreimal} bei uns im Laden in {Zürich|Innsbruck|München}, [at] erinnerst du dich?', '[at] übernimmst du? Ich bin ab {14 Uhr|morgen} weg.', 'Antwort abgestimmt mit {der Werkstatt|dem Lager|Daniel}.', 'Bitte heute noch, {reist [soon] ab|die Tour geht [soon] los}. [at]', 'Hat im {Mai|Juni|September} schon einmal dasselbe gefragt, Antwort liegt im Verlauf.'],
};
