import type { FieldType } from './operators';

/** What the rules need to know of a field; the contract's `FieldDescription` is one. */
export interface FieldRules {
  type: FieldType;
  options?: readonly { value: string }[];
  refersTo?: string;
  isInteger?: boolean;
  hasMany?: boolean;
}

export type Fields = ReadonlyMap<string, FieldRules>;
