import type { Bank } from './bank';
import { serviceCases as serviceDe } from './de/customer-care';
import { gearCases as gearDe } from './de/gear';
import { margin as marginDe } from './de/margin';
import { posts as postsDe } from './de/posts';
import { praise as praiseDe } from './de/praise';
import { repairCases } from './de/repair';
import { talk as talkDe } from './de/talk';
import { trailCases } from './de/trail';
import { serviceCases as serviceEn } from './en/customer-care';
import { gearCases as gearEn } from './en/gear';
import { margin as marginEn } from './en/margin';
import { posts as postsEn } from './en/posts';
import { praise as praiseEn } from './en/praise';
import { talk as talkEn } from './en/talk';

export type BankLanguage = 'de' | 'en';

export const banks: Record<BankLanguage, Bank> = {
  de: {
    cases: [...repairCases, ...gearDe, ...serviceDe, ...trailCases],
    talk: talkDe,
    praise: praiseDe,
    posts: postsDe,
    margin: marginDe,
  },
  en: { cases: [...gearEn, ...serviceEn], talk: talkEn, praise: praiseEn, posts: postsEn, margin: marginEn },
};
