import type { WriteStream } from 'node:tty';

/** How the launcher speaks to the person at the terminal. */
export interface Voice {
  line(text: string): void;
  /** Says nothing about what takes less than a second; beyond that, what is going on and for how long. */
  step<Result>(label: string, run: () => Promise<Result>): Promise<Result>;
  /** A bar on a terminal, a line for each tenth elsewhere. */
  progress(done: number, total: number, label: string): void;
}

/** Something the operator has to change; its message is shown without a stack. */
export class Refusal extends Error {}

export function speakTo(stream: WriteStream): Voice {
  // The reader of a pipe may leave; that is no reason to leave a database behind.
  stream.on('error', () => undefined);
  const line = (text: string) => void stream.write(`${text}\n`);
  return { line, step: (label, run) => step(stream, label, run), progress: progressOn(stream) };
}

async function step<Result>(stream: WriteStream, label: string, run: () => Promise<Result>): Promise<Result> {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  let wasSaid = false;
  const tick = setInterval(() => {
    if (stream.isTTY) stream.write(`\r\x1b[K  ${label} … ${seconds()}`);
    else if (!wasSaid || Math.round((Date.now() - started) / 1000) % 15 === 0)
      stream.write(`  ${label} … ${seconds()}\n`);
    wasSaid = true;
  }, 1000);
  try {
    return await run();
  } finally {
    clearInterval(tick);
    if (wasSaid) stream.write(`${stream.isTTY ? '\r\x1b[K' : ''}  ${label}: ${seconds()}\n`);
  }
}

function progressOn(stream: WriteStream): Voice['progress'] {
  let said = '';
  return (done, total, label) => {
    const share = total > 0 ? Math.min(1, done / total) : 1;
    if (stream.isTTY) {
      const filled = Math.round(share * 24);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`;
      const end = share === 1 ? '\n' : '';
      stream.write(`\r\x1b[K  ${bar} ${Math.floor(share * 100)} % ${label}${end}`);
      return;
    }
    const now = `${Math.floor(share * 10) * 10} %`;
    if (now !== said) stream.write(`  ${now} ${label}\n`);
    said = now;
  };
}
