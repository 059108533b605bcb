import { value as v0 } from 'zod';
export const value = [v0];
