import { generateBlau } from './demo/blau';
import { generateNordlicht } from './demo/nordlicht';
import type { DemoStream, DemoWorkspace } from './demo/shape';
import { demoPassword, demoSignIns } from './demo/summary';
import { loadWorkspace } from './load/load-workspace';

export interface DemoSummary {
  signIns: { workspace: string; role: string; email: string; password: string }[];
  messages: number;
}

export interface DemoOptions {
  /** 1 is the demo itself; 66 about a million messages, in a workspace of its own beside it. */
  scale: number;
  onProgress: (done: number, total: number, label: string) => void;
}

/** Loads what is not there yet of the demo workspaces; killed and run again, it completes them. */
export async function loadDemo({ scale, onProgress }: DemoOptions): Promise<DemoSummary> {
  const nordlicht = (now: Date) => generateNordlicht({ seed: 'nordlicht', now, scale });
  const blau = (now: Date) => streamOf(generateBlau({ seed: 'blau', now }));
  const streams = scale === 1 ? [nordlicht, blau] : [(now: Date) => scaled(nordlicht(now), scale)];
  let messages = 0;
  for (const streamAt of streams) {
    const { name } = streamAt(new Date()).head;
    const loaded = await loadWorkspace(streamAt, (done, total) => onProgress(done, total, name));
    messages += loaded.messages;
  }
  const signIns = demoSignIns.map(({ email, role, workspaces }) => ({
    workspace: workspaces.join(', '),
    role,
    email,
    password: demoPassword,
  }));
  return { signIns, messages };
}

function scaled(stream: DemoStream, scale: number): DemoStream {
  const { slug, name } = stream.head;
  return { ...stream, head: { ...stream.head, slug: `${slug}-x${scale}`, name: `${name} ×${scale}` } };
}

function streamOf({ people, conversations, ...head }: DemoWorkspace): DemoStream {
  return {
    head,
    counts: { people: people.length, conversations: conversations.length },
    people: function* () {
      yield people;
    },
    conversations: function* () {
      yield conversations;
    },
  };
}
