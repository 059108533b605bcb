import { value as v0 } from 'pg';
export const value = v0;
