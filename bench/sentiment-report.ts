import type { Sentiment } from '../src/kernel/vocabulary';
import { baseModel } from '../src/modules/listening/domain/sentiment/base-model';
import { judge } from '../src/modules/listening/domain/sentiment/sentiment-model';
import type { Example } from '../src/modules/listening/domain/sentiment/train-model';
import { say } from './say';
import { reviewSentences, writtenSentences } from './sentiment/labelled-data';
import { afinn, germanWords, type Lexicon, vader, wink } from './sentiment/lexicons';

/** How often the shipped model is right on sentences it has not seen, beside what is simpler: `npx tsx bench/sentiment-report.ts`. */
const sets: { name: string; examples: Example[]; lexicons: Record<string, Lexicon>; isBinary?: true }[] = [
  ...(['amazon', 'imdb', 'yelp'] as const).map((source) => ({
    name: `English reviews, ${source} (two classes)`,
    examples: reviewSentences(source).heldOut,
    lexicons: { afinn, wink, vader },
    isBinary: true as const,
  })),
  {
    name: 'English messages (three classes)',
    examples: writtenSentences('held-out-en'),
    lexicons: { afinn, wink, vader },
  },
  {
    name: 'German messages (three classes)',
    examples: writtenSentences('held-out-de'),
    lexicons: { 'German words': germanWords },
  },
];

const THRESHOLDS = [0.5, 0.6, 0.7, 0.8];
const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));

for (const { name, examples, lexicons, isBinary = false } of sets) {
  const counts = Object.values(Object.groupBy(examples, ({ sentiment }) => sentiment)).map((of) => of.length);
  const right = (say: (text: string) => Sentiment) =>
    share(examples.filter(({ text, sentiment }) => say(text) === sentiment).length, examples.length);
  say(`${name}: ${examples.length} sentences`);
  say(`  majority class  ${share(Math.max(...counts), examples.length)}`);
  for (const [lexicon, score] of Object.entries(lexicons)) {
    say(`  ${lexicon.padEnd(14)}  ${right((text) => classOf(score(text), isBinary))}`);
  }
  say(`  model           ${right((text) => judge(baseModel(), text).sentiment)}`);
  for (const threshold of THRESHOLDS) {
    const shown = examples.map(({ text, sentiment }) => ({ ...judge(baseModel(), text), sentiment, text }));
    const sure = shown.filter(({ confidence }) => confidence >= threshold);
    const hits = sure.filter(({ text, sentiment }) => judge(baseModel(), text).sentiment === sentiment);
    say(
      `  model, from ${threshold}: ${share(hits.length, sure.length)} of the ${share(sure.length, examples.length)} it shows`,
    );
  }
}

/** Where neutral is no answer, a lexicon that knows no word of a sentence is taken to say negative. */
function classOf(score: number, isBinary: boolean): Sentiment {
  if (score > 0) return 'positive';
  return score < 0 || isBinary ? 'negative' : 'neutral';
}
