const encoder = new TextEncoder();

/** One open stream of server-sent events. */
export interface Line {
  send(text: string): void;
  /** Runs when the line ends, whoever ends it. */
  onEnd(close: () => void): void;
  stop(): void;
  isOver(): boolean;
}

export function openLine(controller: ReadableStreamDefaultController<Uint8Array>): Line {
  const closers: (() => void)[] = [];
  let isOver = false;
  const stop = () => {
    isOver = true;
    for (const close of closers.splice(0)) close();
    try {
      controller.close();
    } catch {
      // The other side closed first.
    }
  };
  const send = (text: string) => {
    try {
      controller.enqueue(encoder.encode(text));
    } catch {
      stop();
    }
  };
  return { send, stop, isOver: () => isOver, onEnd: (close) => void closers.push(close) };
}
