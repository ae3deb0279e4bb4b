// Saves of every kind → builds, and none for what the publication does not depend on.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { spanAt } from '../../src/document/index.ts';
import { watch, type Builder, type News, type Watch } from '../../src/watch.ts';
import { fakeBuilder, makeFolder, pause, until } from '../preview/fake.ts';

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(chapters: Record<string, string>, more: string[] = [], wrap: (builder: Builder) => Builder = (builder) => builder) {
  const place = makeFolder(chapters);
  open.push(place.remove);
  const builds: (readonly string[])[] = [];
  const news: News[] = [];
  const watching: Watch = watch({ folder: place.folder }, { building: () => undefined, built: (one) => news.push(one) }, wrap(fakeBuilder(place.folder, builds, more.map((name) => join(place.folder, name)))));
  open.push(() => watching.close());
  await watching.first;
  return { ...place, builds, news, output: join(place.folder, '..', 'output', 'test.pdf'), last: () => news[news.length - 1] };
}

describe('watch', () => {
  test('builds once at its start', async () => {
    const { builds, output, news } = await start({ 'a.md': 'one' });
    expect(builds).toHaveLength(1);
    expect(existsSync(output)).toBe(true);
    expect(news[0]?.written?.sheets).toHaveLength(1);
  });

  test('a save is one build that knows the file, the page and the new line', async () => {
    const { folder, write, builds, news, last } = await start({ 'a.md': 'one', 'b.md': 'two\nthree' });
    write('b.md', 'two\nfour');
    await until('the save is built', () => news.length === 2);
    expect(builds[1]).toEqual([join(folder, 'b.md')]);
    expect(last()?.written?.focus).toEqual({ page: 2, y: 78 });
    expect(last()?.written?.marks).toEqual([[2, 60, 78, 240, 14]]);
  });

  test('an editor that saves by renaming is followed, again and again', async () => {
    const { folder, news } = await start({ 'a.md': 'one' });
    for (let count = 2; count < 5; count++) {
      writeFileSync(join(folder, '.a.md.swp'), `number ${count}`);
      renameSync(join(folder, 'a.md'), join(folder, 'a.md~'));
      renameSync(join(folder, '.a.md.swp'), join(folder, 'a.md'));
      await until('the save is built', () => news.at(-1)?.written?.sheets[0]?.lines[0]?.text === `number ${count}`);
    }
  });

  test('chapters that come and go', async () => {
    const { folder, write, last } = await start({ 'a.md': 'one' });
    write('b.md', 'two');
    await until('the chapter is there', () => last()?.written?.sheets.length === 2);
    rmSync(join(folder, 'b.md'));
    await until('the chapter is gone', () => last()?.written?.sheets.length === 1);
  });

  test('pictures it depends on, and nothing else', async () => {
    const { folder, write, builds } = await start({ 'a.md': 'one' }, ['images/used.png', 'words.txt']);
    write('images/other.png', 'x');
    write('notes.txt', 'x');
    write('.a.md.swp', 'x');
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git', 'index'), 'x');
    await pause(80);
    expect(builds).toHaveLength(1);
    write('images/used.png', 'x');
    await until('the picture is built', () => builds.length === 2);
    write('words.txt', 'x');
    await until('the words are built', () => builds.length === 3);
  });

  test('its own output does not wake it, wherever it lies', async () => {
    const place = makeFolder({ 'a.md': 'one' });
    open.push(place.remove);
    const builds: (readonly string[])[] = [];
    const watching = watch({ folder: place.folder, output: join(place.folder, 'out.pdf') }, { building: () => undefined, built: () => undefined }, fakeBuilder(place.folder, builds));
    open.push(() => watching.close());
    await watching.first;
    place.write('a.md', 'ERROR');
    await until('the error is built', () => builds.length === 2);
    await pause(80);
    expect(builds).toHaveLength(2);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('with errors the last good PDF stays, and any file may mend them', async () => {
    const { write, news, output, last } = await start({ 'a.md': 'one' });
    const good = readFileSync(output);
    write('a.md', 'ERROR');
    await until('the error is told', () => news.length === 2);
    expect(last()?.written).toBeUndefined();
    expect(last()?.diagnostics[0]?.message).toBe('This is wrong.');
    expect(readFileSync(output).equals(good)).toBe(true);
    write('a.md', 'ERROR');
    await until('the error is told again', () => news.length >= 3);
    write('images/missing.png', 'x');
    await until('a new file is tried', () => news.length >= 4);
    write('a.md', 'two');
    await until('the error is gone', () => last()?.diagnostics.length === 0 && last()?.written !== undefined);
  });

  test('a burst is one build; saves during a build make one more', async () => {
    let running = 0, most = 0;
    const { write, builds, last } = await start({ 'a.md': 'one' }, [], (builder) => ({
      async build(changed) {
        most = Math.max(most, ++running);
        await pause(60);
        const edition = await builder.build(changed);
        running--;
        return edition;
      },
    }));
    write('a.md', 'two');
    for (let count = 0; count < 6; count++) {
      await pause(15);
      write('a.md', `save ${count}`);
    }
    await until('the last save is built', () => last()?.written?.sheets[0]?.lines[0]?.text === 'save 5');
    expect(most).toBe(1);
    expect(builds.length).toBeLessThanOrEqual(5);
  });

  test('a folder that is new, with a picture that was missing', async () => {
    const { folder, write, builds } = await start({ 'a.md': 'one' });
    write('a.md', 'ERROR no picture');
    await until('the error is told', () => builds.length === 2);
    mkdirSync(join(folder, 'pictures'));
    await until('the folder is seen', () => builds.length >= 3);
    const before = builds.length;
    await pause(30);
    writeFileSync(join(folder, 'pictures', 'new.png'), 'x');
    await until('the picture is seen', () => builds.length > before);
  });

  test('a link is watched where it leads', async () => {
    const { folder, write, builds, last } = await start({ 'a.md': 'one' });
    mkdirSync(join(folder, 'text'));
    writeFileSync(join(folder, 'text', 'real.txt'), 'linked');
    symlinkSync(join(folder, 'text', 'real.txt'), join(folder, 'b.md'));
    await until('the link is built', () => last()?.written?.sheets.length === 2);
    const before = builds.length;
    await pause(30);
    write('text/real.txt', 'linked again');
    await until('the target is built', () => builds.length > before && last()?.written?.sheets[1]?.lines[0]?.text === 'linked again');
  });

  test('a template elsewhere is watched, its faults too', async () => {
    const elsewhere = makeFolder({});
    open.push(elsewhere.remove);
    const template = join(elsewhere.folder, 'template.yaml');
    let faulty = true;
    const { builds } = await start({ 'a.md': 'one' }, [], (builder) => ({
      async build(changed) {
        const edition = await builder.build(changed);
        if (!faulty) return { ...edition, files: [...(edition.files ?? []), template] };
        return { diagnostics: [{ severity: 'error', rule: 'fake', span: spanAt(template, 2), message: 'No.' }], title: '', language: 'en', sheets: () => [], texts: new Map() };
      },
    }));
    faulty = false;
    writeFileSync(template, 'mended');
    await until('the mended template is built', () => builds.length === 2);
    writeFileSync(template, 'changed');
    await until('the changed template is built', () => builds.length === 3);
    elsewhere.write('README.md', 'not of it');
    await pause(50);
    expect(builds).toHaveLength(3);
  });

  test('a fault of the program is told, and the next save builds', async () => {
    let faulty = true;
    const { write, news, last } = await start({ 'a.md': 'one' }, [], (builder) => ({
      build: (changed) => (faulty ? Promise.reject(new Error('an invariant')) : builder.build(changed)),
    }));
    expect(news[0]?.diagnostics[0]?.message).toContain('an invariant');
    faulty = false;
    write('a.md', 'two');
    await until('it is built', () => last()?.written !== undefined);
  });

  test('proofreading waits until nobody types, and its findings are never an older text\'s', async () => {
    const place = makeFolder({ 'a.md': 'one' });
    open.push(place.remove);
    const read: string[] = [];
    let built = 0;
    const watching = watch({ folder: place.folder }, { building: () => undefined, built: () => { built++; }, proofread: (findings) => { read.push(...findings.map(({ message }) => message)); } }, {
      async build(changed) {
        const edition = await fakeBuilder(place.folder).build(changed);
        const text = [...edition.texts.values()][0] ?? '';
        return { ...edition, proofread: () => Promise.resolve([{ severity: 'info', rule: 'fake', span: spanAt('a.md'), message: text }]) };
      },
    });
    open.push(() => watching.close());
    await watching.first;
    for (const text of ['two', 'three', 'four']) {
      place.write('a.md', text);
      const before = built;
      await until('it is built', () => built > before);
    }
    await until('it is read', () => read.length > 0);
    expect(read).toEqual(['four']);
  });
});
