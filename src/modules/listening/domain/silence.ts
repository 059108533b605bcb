import { baseOf, prepareWords } from './match-terms';

/** What a rule names has to hold together; what it leaves open holds always. */
export interface SilenceRule {
  id: string;
  /** Handle or name, exactly but for small and large letters. */
  author: string | null;
  /** Any of them. */
  words: readonly string[];
  network: string | null;
  language: string | null;
}

export interface Mention {
  text: string;
  network: string;
  language: string | null;
  authorName: string | null;
  authorHandles: readonly string[];
}

/** @returns what finds the first rule that silences a mention, or undefined; made ready once for many */
export function prepareSilence(rules: readonly SilenceRule[]): (mention: Mention) => SilenceRule | undefined {
  const prepared = rules.map((rule) => ({
    rule,
    author: rule.author === null ? null : nameOf(rule.author),
    hasWords: prepareWords(rule.words),
    language: rule.language === null ? null : baseOf(rule.language),
  }));
  return ({ text, network, language, authorName, authorHandles }) => {
    const names = new Set([authorName ?? '', ...authorHandles].map(nameOf).filter((name) => name !== ''));
    return prepared.find(({ rule, author, hasWords, language: wanted }) => {
      if (rule.network !== null && rule.network !== network) return false;
      if (wanted !== null && (language === null || baseOf(language) !== wanted)) return false;
      if (author !== null && !names.has(author)) return false;
      return rule.words.length === 0 || hasWords(text);
    })?.rule;
  };
}

/** `@Name ` and `name` are one. */
function nameOf(name: string): string {
  return name.normalize('NFC').trim().replace(/^@/, '').toLowerCase();
}
