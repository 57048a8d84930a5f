// A log that tests can read.
import type { Log } from '../../../src/port.ts';

export interface Entry {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

export interface MemoryLog {
  readonly log: Log;
  readonly entries: readonly Entry[];
  /** The first entry, past or to come, whose message and fields contain this text. */
  entry(text: string): Promise<Entry>;
}

export function createMemoryLog(): MemoryLog {
  const entries: Entry[] = [];
  const waiting = new Set<() => void>();
  const note = (level: Entry['level']) => (fields: object, message: string) => {
    entries.push({ level, fields, message });
    for (const look of waiting) look();
  };
  return {
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    entries,
    entry: (text) =>
      new Promise((resolve) => {
        const look = () => {
          const found = entries.find((entry) => `${entry.message} ${JSON.stringify(entry.fields)}`.includes(text));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
