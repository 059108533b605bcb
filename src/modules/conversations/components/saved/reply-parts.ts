/** What a saved reply can be filled with, in the order offered. */
export const replyVariables = [
  'contact.first_name',
  'contact.name',
  'member.first_name',
  'member.name',
  'workspace.name',
] as const;
export type ReplyVariable = (typeof replyVariables)[number];

/** The key of a variable's words: message keys have no dots. */
export function variableKey<Variable extends ReplyVariable>(variable: Variable) {
  return variable.replace('.', '_') as Variable extends `${infer Left}.${infer Right}`
    ? `${Left}_${Right}`
    : never;
}

/** A stretch of text, a variable, or something written like a variable that is none. */
export type ReplyPart =
  | { kind: 'text'; text: string }
  | { kind: 'variable'; variable: ReplyVariable }
  | { kind: 'unknown'; text: string };

/** Splits a saved reply at its variables; joined again it is the same text. */
export function partsOfReply(text: string): ReplyPart[] {
  return text
    .split(/(\{\{\s*[\w.]+\s*\}\})/)
    .map((part, place): ReplyPart => {
      if (place % 2 === 0) return { kind: 'text', text: part };
      const name = part.slice(2, -2).trim();
      const variable = replyVariables.find((one) => one === name);
      return variable ? { kind: 'variable', variable } : { kind: 'unknown', text: part };
    })
    .filter((part) => part.kind !== 'text' || part.text !== '');
}
