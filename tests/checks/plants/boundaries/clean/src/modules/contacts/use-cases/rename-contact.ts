import { value as v0 } from '../store';
export const value = [v0];
