import type { value as Type } from '@/connectors/contract';
export type Value = typeof Type;
export const value = 1;
