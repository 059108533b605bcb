import { value as v0 } from './ids.test';
export const value = [v0];
