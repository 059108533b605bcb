import { value as v0 } from '@/kernel/ids';
export const value = [v0];
