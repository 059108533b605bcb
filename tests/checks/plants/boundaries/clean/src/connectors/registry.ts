import { value as v0 } from './facebook/send';
export const value = [v0];
