import { value as v0 } from '@/kernel/nowhere';
export const value = [v0];
