export interface ReplyFacts {
  contactName: string | null;
  memberName: string;
  workspaceName: string;
}

/**
 * A saved reply with its variables filled. Where nobody is known the variable is left out with the blank before it,
 * so that no gap shows; unknown variables stay as they are.
 */
export function fillReply(text: string, facts: ReplyFacts): string {
  const values: Record<string, string | null> = {
    'contact.name': facts.contactName,
    'contact.first_name': firstName(facts.contactName),
    'member.first_name': firstName(facts.memberName),
    'member.name': facts.memberName,
    'workspace.name': facts.workspaceName,
  };
  return text.replace(/( ?)\{\{\s*([\w.]+)\s*\}\}/g, (whole, blank: string, name: string) => {
    if (!(name in values)) return whole;
    const value = values[name];
    return value ? blank + value : '';
  });
}

function firstName(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] ?? null;
}
