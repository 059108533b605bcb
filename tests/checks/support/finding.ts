/** One violation: the rule it breaks, the file (relative to the checked tree) and what to change. */
export interface Finding {
  rule: string;
  file: string;
  line?: number;
  message: string;
}

export interface CheckResult {
  findings: readonly Finding[];
  /** How many files, statements or modules were looked at; a check that saw nothing has failed. */
  seen: number;
}

/** @param root the tree to check: the project, or a plant */
export type Check = (root: string) => CheckResult | Promise<CheckResult>;
