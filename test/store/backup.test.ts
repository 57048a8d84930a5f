// Copies that can be taken while the database is in use, and put back.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup, restore } from '../../src/store/backup.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open.ts';
import type { Place } from '../../src/store/records.ts';
import { place, schedule } from './sample.ts';

describe('a backup', () => {
  let folder: string;
  let url: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teapot-backup-'));
    url = `sqlite:${join(folder, 'teapot.db')}`;
    file = join(folder, 'copies', 'monday.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function filled(at: Place): Promise<void> {
    const store = await openStore(url);
    await store.schedules.set(schedule(at));
    await store.close();
  }

  async function scheduled(at: Place): Promise<boolean> {
    const store = await openStore(url);
    const found = await store.schedules.get(at);
    await store.close();
    return found !== null;
  }

  it('is taken while the store is open, and brings back what was there then', async () => {
    const [then, later] = [place(), place()];
    const store = await openStore(url);
    await store.schedules.set(schedule(then));
    await backup(url, file);
    await store.schedules.set(schedule(later));
    await store.close();
    expect(existsSync(`${file}.unfinished`)).toBe(false);

    expect(await restore(url, file)).toBe(`${folder}/teapot.db.before-restore`);
    expect(await scheduled(then)).toBe(true);
    expect(await scheduled(later)).toBe(false);
    // What was there before is kept, and can be put back itself.
    await restore(url, `${folder}/teapot.db.before-restore`);
    expect(await scheduled(later)).toBe(true);
  });

  it('is put where there was nothing', async () => {
    const at = place();
    await filled(at);
    await backup(url, file);
    rmSync(join(folder, 'teapot.db'));
    expect(await restore(url, file)).toBeNull();
    expect(await scheduled(at)).toBe(true);
  });

  it('is put in the place of a damaged database', async () => {
    const at = place();
    await filled(at);
    await backup(url, file);
    writeFileSync(join(folder, 'teapot.db'), 'damaged '.repeat(1000));
    await expect(backup(url, `${file}-2`)).rejects.toThrow('damaged');
    expect(existsSync(`${file}-2`)).toBe(false);
    await restore(url, file);
    expect(await scheduled(at)).toBe(true);
    expect(readFileSync(join(folder, 'teapot.db.before-restore'), 'utf8')).toContain('damaged');
  });

  it('is not put back while the store is open', async () => {
    const at = place();
    const store = await openStore(url);
    await store.schedules.set(schedule(at));
    await backup(url, file);
    await expect(restore(url, file)).rejects.toThrow('This process already uses');
    expect(await store.schedules.get(at)).not.toBeNull();
    await store.close();
  });

  it('is refused where it would overwrite a file, and where there is nothing to copy', async () => {
    await expect(backup(url, file)).rejects.toThrow('There is no database');
    await filled(place());
    await backup(url, file);
    await expect(backup(url, file)).rejects.toThrow('exists already');
  });

  it('is put back only when it is sound and of this release or an older one', async () => {
    await filled(place());
    const before = readFileSync(join(folder, 'teapot.db'));
    const newer = join(folder, 'newer.db');
    const store = await openStore(`sqlite:${newer}`, {
      migrations: { ...migrations, '9999-next': { up: async () => {} } },
    });
    await store.close();
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'notes\n'.repeat(1000));
    await expect(restore(url, newer)).rejects.toThrow('newer Teapot');
    await expect(restore(url, text)).rejects.toThrow('damaged or is not');
    await expect(restore(url, join(folder, 'nowhere.db'))).rejects.toThrow('There is no file');
    expect(readFileSync(join(folder, 'teapot.db')).equals(before)).toBe(true);
  });

  it('of PostgreSQL is left to its own tools', async () => {
    await expect(backup('postgres://u:p@h/d', file)).rejects.toThrow('pg_dump');
    await expect(restore('postgres://u:p@h/d', file)).rejects.toThrow('pg_restore');
  });
});
