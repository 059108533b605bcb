/** Phrases of place and time that fit into any sentence as they stand. `s` summer, `w` winter, `a` all year. */
type Season = 's' | 'w' | 'a';

const toursDe: [string, Season][] = [
  ['auf dem E5', 's'], ['auf dem Alta Via 1', 's'], ['auf dem Kungsleden', 's'], ['im Sarek', 's'],
  ['auf der Via Alpina', 's'], ['auf dem Tiroler Höhenweg', 's'], ['auf dem Malerweg', 'a'],
  ['auf dem Rheinsteig', 'a'], ['auf dem Albsteig', 'a'], ['im Nationalpark Harz', 'a'],
  ['auf dem Bärentrek', 's'], ['im Engadin', 'a'], ['im Montafon', 'a'], ['rund um den Mont Blanc', 's'],
  ['auf den Lofoten', 's'], ['in der Hardangervidda', 's'], ['im Rätikon', 's'], ['im Karwendel', 's'],
  ['in den Stubaier Alpen', 'a'], ['im Val Grande', 's'], ['im Tessin', 'a'], ['am Walensee', 'a'],
  ['im Alpstein', 's'], ['in der Sächsischen Schweiz', 'a'], ['im Schwarzwald', 'a'],
  ['auf dem Westweg', 'a'], ['im Dachsteingebiet', 'a'], ['auf dem Salzalpensteig', 'a'],
  ['in den Julischen Alpen', 's'], ['auf Korsika', 's'], ['in Schottland', 's'], ['in Südtirol', 'a'],
  ['im Bayerischen Wald', 'a'], ['auf dem Soonwaldsteig', 'a'], ['auf Skitour im Wallis', 'w'],
  ['auf Schneeschuhen im Allgäu', 'w'], ['im Winterraum der Fridolinshütte', 'w'],
  ['auf Hüttentour im Gesäuse', 'a'], ['auf dem Jakobsweg', 'a'], ['an der Ostsee', 'a'],
  ['in den Vogesen', 'a'], ['im Jura', 'a'], ['am Bodensee', 'a'], ['in den Dolomiten', 's'],
  ['auf dem GR 20', 's'], ['auf dem Peaks of the Balkans Trail', 's'], ['im Zillertal', 'a'],
];

const toursEn: [string, Season][] = [
  ['on the Kungsleden', 's'], ['on the Alta Via 1', 's'], ['on the Tour du Mont Blanc', 's'],
  ['in the Lofoten', 's'], ['on the West Highland Way', 's'], ['in the Cairngorms', 'a'],
  ['in the Dolomites', 's'], ['on the Walker’s Haute Route', 's'], ['in the Black Forest', 'a'],
  ['on the Cape Wrath Trail', 's'], ['in the Lake District', 'a'], ['on the E5', 's'],
  ['in the Bernese Oberland', 's'], ['on the Via Alpina', 's'], ['in Sarek', 's'],
  ['in the Tatras', 'a'], ['on the GR 20', 's'], ['on the Arctic Circle Trail', 's'],
  ['in Snowdonia', 'a'], ['on the Pennine Way', 'a'], ['in the Harz', 'a'], ['on the Peaks of the Balkans', 's'],
  ['in the Engadine', 'a'], ['on a hut tour in Tyrol', 'a'], ['in the Julian Alps', 's'],
  ['on Hardangervidda', 's'], ['on a ski tour in Valais', 'w'], ['in the Vosges', 'a'],
];

const timesDe = [
  'letzte Woche', 'am Wochenende', 'vorgestern', 'gestern', 'vor zwei Wochen', 'letzten Monat',
  'am Samstag', 'am Sonntag', 'Anfang der Woche', 'vor ein paar Tagen', 'am Donnerstag', 'vor zehn Tagen',
];
const timesEn = [
  'last week', 'last weekend', 'two days ago', 'yesterday', 'a fortnight ago', 'last month', 'on Saturday',
  'on Sunday', 'earlier this week', 'a few days ago', 'on Thursday', 'ten days ago',
];
const termsDe = [
  'am Freitag', 'in zwei Wochen', 'übernächste Woche', 'am Samstag in der Früh', 'in zehn Tagen',
  'Ende des Monats', 'kommendes Wochenende', 'nächsten Mittwoch', 'in drei Tagen', 'nächsten Monat',
];
const termsEn = [
  'on Friday', 'in two weeks', 'the week after next', 'on Saturday morning', 'in ten days',
  'at the end of the month', 'next weekend', 'next Wednesday', 'in three days', 'next month',
];

function inSeason(list: [string, Season][], month: number): string[] {
  const summer = month >= 6 && month <= 10;
  const winter = month >= 12 || month <= 3;
  return list
    .filter(([, season]) => season === 'a' || (season === 's' && summer) || (season === 'w' && winter))
    .map(([phrase]) => phrase);
}

const byMonth = (list: [string, Season][]) =>
  Array.from({ length: 13 }, (_, month) => inSeason(list, month));

/** Tours by month (1–12): a phrase that answers "where?". */
export const tours = { de: byMonth(toursDe), en: byMonth(toursEn) };
/** All tours, whatever the season: for plans and memories. */
export const anyTours = { de: toursDe.map(([t]) => t), en: toursEn.map(([t]) => t) };
export const past = { de: timesDe, en: timesEn };
export const soon = { de: termsDe, en: termsEn };
/** The same terms after "bis" and "by", in the same order as `soon`. */
export const until = {
  de: ['Freitag', 'dahin', 'übernächste Woche', 'Samstag früh', 'dahin', 'Monatsende', 'zum Wochenende', 'nächsten Mittwoch', 'dahin', 'nächsten Monat'],
  en: ['Friday', 'then', 'the week after next', 'Saturday morning', 'then', 'the end of the month', 'the weekend', 'next Wednesday', 'then', 'next month'],
};
