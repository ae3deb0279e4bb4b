// A seed → a publication in a folder, and edits to it one after the other, of every kind that editors make.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = ['kommunerne', 'specialundervisning', 'og', 'i', 'økonomi', '2025', '22,3', 'velfærdsreformen', 'fint', 'Ærø', '»citat«', 'e-mail', 'må', 'tværkommunalt', 'A/S', 'Møller', 'quiz', 'xylofon', 'ω', '中'] as const;

interface Chapter { readonly name: string; front: string; blocks: string[] }

/** Writes the first state; each call of `edit` makes one edit and says what it was. */
export function randomEdits(seed: number, folder: string, template: string): { edit(): string } {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const phrase = (least: number, more: number): string => Array.from({ length: least + below(more) }, () => pick(below(60) === 0 ? WORDS : WORDS.slice(0, -4))).join(' ');
  let count = 0, notes = 0;
  let broken: Chapter | undefined;
  const chapters: Chapter[] = [];
  const ids: string[] = ['start'];
  const config = { title: 'Prøve', toc: '{ depth: 2 }', colour: '#000000', size: 11, disc: 20 };

  const inline = (): string => pick<() => string>([
    () => phrase(5, 40), () => phrase(5, 40), () => `**${phrase(1, 4)}**`, () => `[${phrase(1, 3)}](https://eksempel.dk/${below(99)})`, () => `se [](#${pick(ids)})`, () => `[${phrase(1, 2)}](#${pick(ids)})`,
    () => `![](disc.svg)`, () => '<https://www.kl.dk/en/lang/adresse/som/skal/brydes/over/linjer>',
  ])();
  const text = (): string => Array.from({ length: 1 + below(4) }, inline).join(' ');
  const block = (): string => pick<() => string>([
    text, text, text, text, () => `## ${phrase(1, 2)}`, () => `### Fælles navn`,
    () => { ids.push(`id${(count += 1)}`); return `## ${phrase(1, 3)} {#id${count}}`; },
    () => { notes += 1; return `${text()}[^n${notes}]\n\n[^n${notes}]: ${phrase(3, 20)}`; },
    () => Array.from({ length: 2 + below(4) }, () => `- ${text()}`).join('\n'),
    () => `| A | B |\n|---|--:|\n${Array.from({ length: 2 + below(4) }, () => `| ${phrase(1, 3)} | ${below(999)} |`).join('\n')}`,
    () => `![en disk](disc.svg "${phrase(2, 4)}")`, () => `:::factbox[${phrase(1, 3)}]\n${text()}\n\n${text()}\n:::`, () => `:::columns\n${text()}\n\n${text()}\n:::`,
    () => `:::chart{type="bar" title="${phrase(1, 3)}"}\n| År | A |\n|---|--:|\n| 2024 | ${below(90)} |\n| 2025 | ${below(90)} |\n:::`,
    () => `::video[${phrase(1, 3)}]{url="https://www.kl.dk/${below(5)}"}`, () => '::pagebreak', () => `# ${phrase(1, 3)}`, () => '#### Spring',
  ])();
  const chapter = (name: string): Chapter => ({ name, front: '', blocks: [`# ${phrase(1, 3)}`, ...Array.from({ length: 4 + below(10) }, block)] });
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  const save = ({ name, front, blocks }: Chapter): void => write(name, `${front}${blocks.join('\n\n')}\n`);
  const saveConfig = (): void => write('publication.yaml', `title: ${config.title}\nlanguage: da\ntemplate: own\ntoc: ${config.toc}\ndate: 2026-01-01\n`);
  const saveTemplate = (): void => write('own/template.yaml', `extends: ${template}\ncolours:\n  ink: "${config.colour}"\nstyles:\n  body:\n    size: ${config.size}pt\n`);
  const saveDisc = (): void => write('disc.svg', `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="${config.disc}"/></svg>`);

  mkdirSync(join(folder, 'own'), { recursive: true });
  for (let n = 0; n < 4; n++) chapters.push(chapter(`0${n}.md`));
  chapters[0]?.blocks.splice(1, 0, '## Start {#start}');
  chapters.forEach(save);
  saveConfig();
  saveTemplate();
  saveDisc();

  // What others refer to stays.
  const named = (block: string): boolean => block.includes('{#');
  const other = (): Chapter => pick(chapters);
  const word = (): string => {
    const one = other(), at = below(one.blocks.length);
    one.blocks[at] = (one.blocks[at] ?? '').replace(pick([/ kommunerne /, / fint /, / økonomi /, / og /, / i /]), () => ` ${pick(WORDS)} `);
    save(one);
    return `a word in ${one.name}`;
  };
  const edits: readonly (() => string)[] = [
    word, word, word, word,
    () => { const one = other(); one.blocks.splice(1 + below(one.blocks.length), 0, block()); save(one); return `a block more in ${one.name}`; },
    () => { const one = other(); one.blocks.splice(1 + below(one.blocks.length), 0, block()); save(one); return `a block more in ${one.name}`; },
    () => { const one = other(); const at = 2 + below(one.blocks.length - 2); if (!named(one.blocks[at] ?? '')) one.blocks.splice(at, 1); save(one); return `a block less in ${one.name}`; },
    () => { const one = other(); one.blocks[0] = `# ${phrase(1, 3)}`; save(one); return `another title of ${one.name}`; },
    () => { const one = other(); one.front = pick(['', '---\ntitle: For sig\n---\n', '---\ntoc: false\n---\n', '---\nstartOn: right\n---\n']); save(one); return `front matter of ${one.name}`; },
    () => { const one = chapter(`0${below(9)}-${(count += 1)}.md`); chapters.push(one); save(one); return `a chapter more, ${one.name}`; },
    () => {
      const one = chapters.find(({ blocks }, index) => index > 1 && !blocks.some(named));
      if (one) chapters.splice(chapters.indexOf(one), 1);
      if (one) rmSync(join(folder, one.name));
      return `a chapter less, ${one?.name}`;
    },
    () => { config.title = phrase(1, 3).replace(/[»«:]/g, ''); saveConfig(); return 'the publication\'s title'; },
    () => { config.toc = pick(['false', '{ depth: 1 }', '{ depth: 3 }']); saveConfig(); return 'the contents'; },
    () => { config.colour = pick(['#000000', '#102030']); config.size = pick([10, 11]); saveTemplate(); return 'the template'; },
    () => { config.disc = 5 + below(15); saveDisc(); return 'a picture'; },
    () => { const one = other(); broken = one; save({ ...one, blocks: [...one.blocks, '[](#intet)'] }); return `an error in ${one.name}`; },
    () => { const one = other(); save({ ...one, blocks: ['\n\n', ...one.blocks] }); return `all of ${one.name} lower down`; },
  ];
  return {
    edit() {
      const mended = broken;
      broken = undefined;
      if (mended) save(mended);
      return pick(edits)();
    },
  };
}
