export interface SqlStatement {
  file: string;
  line: number;
  /** Comments gone, white space folded; quoted names lose their quotes. */
  text: string;
}

const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^;'"$/-]+|./g;

/** Splits a script into statements; a semicolon inside a string, a body or a comment ends nothing. */
export function splitStatements(file: string, script: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let text = '';
  let start = 0;
  for (const match of script.matchAll(TOKEN)) {
    const token = match[0];
    if (token === ';') {
      push(statements, file, script, start, text);
      text = '';
      continue;
    }
    if (text.trim() === '') start = match.index;
    text += isComment(token) ? ' ' : unquoted(token);
  }
  push(statements, file, script, start, text);
  return statements;
}

function isComment(token: string): boolean {
  return token.startsWith('--') || token.startsWith('/*');
}

function unquoted(token: string): string {
  return token.startsWith('"') ? token.slice(1, -1) : token;
}

function push(into: SqlStatement[], file: string, script: string, start: number, text: string): void {
  const folded = text.replace(/\s+/g, ' ').trim();
  const leading = script.slice(start).match(/^\s*/)?.[0].length ?? 0;
  const line = script.slice(0, start + leading).split('\n').length;
  if (folded !== '') into.push({ file, line, text: folded });
}

/** The parts between top-level commas. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return [...parts, part.trim()].filter((item) => item !== '');
}

/** What stands between the first parenthesis and the one that closes it. */
export function insideParentheses(text: string): string {
  const open = text.indexOf('(');
  if (open === -1) return '';
  let depth = 0;
  for (let position = open; position < text.length; position += 1) {
    if (text[position] === '(') depth += 1;
    if (text[position] === ')') depth -= 1;
    if (depth === 0) return text.slice(open + 1, position);
  }
  return text.slice(open + 1);
}
