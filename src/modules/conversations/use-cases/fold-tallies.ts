import { defineSystemUseCase } from '@/platform/context/use-case';
import { foldTallyRows } from '../store/tallies';

/** Keeps the inbox's counts a short read: the differences of this workspace become one row per cell. */
export const foldTallies = defineSystemUseCase<unknown, void>({
  name: 'conversations.fold_tallies',
  run: ({ db }) => foldTallyRows(db),
});
