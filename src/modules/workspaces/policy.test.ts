import { expect, it } from 'vitest';
import { roles } from '@/kernel/vocabulary';
import { isAllowed, policy } from './policy';

it('prints who may do what', () => {
  const width = Math.max(...Object.keys(policy).map((name) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padEnd(8))].join('  ').trimEnd();
  const rows = Object.keys(policy).map((name) =>
    line(
      name,
      roles.map((role) => (isAllowed(role, name) ? 'yes' : '–')),
    ),
  );
  expect([line('', roles), ...rows].join('\n')).toMatchInlineSnapshot(`
    "                      admin     manager   marketer
    workspace.read        yes       yes       yes
    workspace.configure   yes       –         –
    workspace.leave       yes       yes       yes
    profile.edit          yes       yes       yes
    members.read          yes       yes       yes
    members.manage        yes       –         –
    teams.read            yes       yes       yes
    teams.manage          yes       –         –
    api_keys.manage_own   yes       yes       yes
    channels.read         yes       yes       yes
    channels.manage       yes       –         –
    channels.inspect      yes       –         –
    audit.read            yes       –         –
    conversations.read    yes       yes       yes
    conversations.reply   yes       yes       yes
    conversations.triage  yes       yes       yes
    conversations.bulk    yes       yes       yes
    contacts.read         yes       yes       yes
    contacts.edit         yes       yes       yes
    tags.read             yes       yes       yes
    tags.manage           yes       yes       yes
    saved_replies.read    yes       yes       yes
    saved_replies.manage  yes       yes       –
    views.read            yes       yes       yes
    views.manage_own      yes       yes       yes
    views.share           yes       yes       –
    search.use            yes       yes       yes
    listening.read        yes       yes       yes
    listening.silence     yes       yes       yes
    listening.manage      yes       yes       –"
  `);
});

it('refuses what it does not know', () => {
  expect(roles.some((role) => isAllowed(role, 'workspace.sell'))).toBe(false);
  expect(roles.some((role) => isAllowed(role, 'toString'))).toBe(false);
});
