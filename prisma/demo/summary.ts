/** The one password of all demo sign-ins. */
export const demoPassword = 'nordlicht-demo-2026';

export interface DemoSignIn {
  email: string;
  name: string;
  role: 'admin' | 'manager' | 'marketer';
  workspaces: string[];
}

/** Whom to sign in as, for the start screen and the README. Daniel Hofer belongs to both workspaces. */
export const demoSignIns: DemoSignIn[] = [
  { email: 'mira@nordlicht.example', name: 'Mira Keller', role: 'marketer', workspaces: ['nordlicht'] },
  { email: 'lukas@nordlicht.example', name: 'Lukas Brunner', role: 'marketer', workspaces: ['nordlicht'] },
  {
    email: 'daniel@nordlicht.example',
    name: 'Daniel Hofer',
    role: 'manager',
    workspaces: ['nordlicht', 'blau'],
  },
  { email: 'sabine@nordlicht.example', name: 'Sabine Oberholzer', role: 'admin', workspaces: ['nordlicht'] },
  { email: 'paula@blau.example', name: 'Paula Grünwald', role: 'admin', workspaces: ['blau'] },
];
