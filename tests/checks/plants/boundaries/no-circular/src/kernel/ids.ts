import { value as v0 } from '@/kernel/time';
export const value = [v0];
