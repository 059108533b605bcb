import { expect, test } from 'vitest';
import { fillReply } from '../composer/fill-reply';
import { partsOfReply, replyVariables } from './reply-parts';

const facts = { contactName: 'Anna Berger', memberName: 'Mira Keller', workspaceName: 'Nordlicht' };
const values = {
  'contact.first_name': 'Anna',
  'contact.name': 'Anna Berger',
  'member.first_name': 'Mira',
  'member.name': 'Mira Keller',
  'workspace.name': 'Nordlicht',
};

test('the preview reads as what the composer fills in', () => {
  const text = `Hallo {{contact.first_name}}, {{ workspace.name }}: {{contact.nam}}\n{{member.name}}{{contact.name}}`;
  const preview = partsOfReply(text)
    .map((part) => (part.kind === 'variable' ? values[part.variable] : part.text))
    .join('');
  expect(preview).toBe(fillReply(text, facts));
});

test('every variable offered is one the composer fills', () => {
  for (const variable of replyVariables) expect(fillReply(`{{${variable}}}`, facts)).toBe(values[variable]);
});

test('what only looks like a variable is told apart', () => {
  expect(partsOfReply('{{contact.nam}} {x}')).toEqual([
    { kind: 'unknown', text: '{{contact.nam}}' },
    { kind: 'text', text: ' {x}' },
  ]);
});
