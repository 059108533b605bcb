// The package lists its types behind its code, so that the compiler would read the megabytes of its data as types.
declare module 'eld/small' {
  export const eld: {
    /** `languages`: ISO 639-1 codes; the answer's scores lie between 0 and 1. */
    detect(text: string): { language: string; isReliable(): boolean; getScores(): Record<string, number> };
    setLanguageSubset(languages: string[] | false): unknown;
  };
}
