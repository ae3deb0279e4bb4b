// argv → Command, or what is wrong with the command line.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';

export type Format = 'text' | 'json' | 'github';

export type Command =
  | { readonly name: 'build'; readonly folder: string; readonly output?: string; readonly stable: boolean; readonly format: Format; readonly strict: boolean }
  | { readonly name: 'check'; readonly folder: string; readonly update: boolean; readonly strict: boolean; readonly fix: boolean; readonly layout: boolean; readonly against?: string; readonly pictures?: string; readonly format: Format }
  | { readonly name: 'watch'; readonly folder: string; readonly output?: string; readonly port?: number; readonly open: boolean }
  | { readonly name: 'layout'; readonly folder: string; readonly format: Format }
  | { readonly name: 'init'; readonly folder: string; readonly language: 'da' | 'en' }
  | { readonly name: 'help' | 'version' };

export interface Usage { readonly usage: string }

const NAMES = ['build', 'check', 'watch', 'layout', 'init'] as const;
type Options = NonNullable<ParseArgsConfig['options']>;
const FORMAT = { format: { type: 'string' } } as const;
const OPTIONS: Readonly<Record<(typeof NAMES)[number], Options>> = {
  build: { output: { type: 'string', short: 'o' }, stable: { type: 'boolean' }, strict: { type: 'boolean' }, ...FORMAT },
  check: { update: { type: 'boolean' }, strict: { type: 'boolean' }, fix: { type: 'boolean' }, 'no-layout': { type: 'boolean' }, against: { type: 'string' }, pictures: { type: 'string' }, ...FORMAT },
  watch: { output: { type: 'string', short: 'o' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  layout: { json: { type: 'boolean' }, ...FORMAT },
  init: { language: { type: 'string' } },
};

export const HELP = `Usage: printvenlig COMMAND [FOLDER] [options]

  build   [FOLDER]  [-o FILE] [--stable]   write the PDF; --stable keeps the snapshot's page breaks where they are still good
  check   [FOLDER]  [--update] [--strict] [--fix] [--no-layout] [--against REV] [--pictures FOLDER]
                                           proofread, then compare the layout with the committed snapshot; --update writes it
  watch   [FOLDER]  [-o FILE] [--port N] [--no-open]
                                           rebuild at every save, with a live preview page in the browser
  layout  [FOLDER]  --json                 the laid-out pages as data
  init    [FOLDER]  [--language da|en]     a new publication to start from

FOLDER is "manuscript" by default. --format text|json|github goes with build and check.
Exit status: 0 done; 1 errors, or check found a difference (warnings count with --strict); 2 the command line was wrong; 70 internal error.
`;

export function readCommand(argv: readonly string[]): Command | Usage {
  const [name, ...rest] = argv;
  if (name === undefined) return { usage: 'Which command? See "printvenlig --help".' };
  if (name === '--help' || name === '-h' || name === 'help') return { name: 'help' };
  if (name === '--version' || name === '-v') return { name: 'version' };
  if (!isName(name)) {
    const near = closest(name, [...NAMES]);
    return { usage: `There is no command "${name}".${distance(name, near) <= 3 ? ` Did you mean "${near}"?` : ` There are ${NAMES.join(', ')}.`}` };
  }
  if (rest.includes('--help') || rest.includes('-h')) return { name: 'help' };
  const options = OPTIONS[name];
  let values: Record<string, string | boolean | undefined>, positionals: string[];
  try {
    ({ values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true }) as { values: Record<string, string | boolean | undefined>; positionals: string[] });
  } catch (error) {
    return { usage: explain(error, name, Object.keys(options)) };
  }
  if (positionals.length > 1) return { usage: `"${name}" takes one folder, not ${positionals.length}.` };
  const text = (option: string): string | undefined => (typeof values[option] === 'string' ? (values[option] as string) : undefined);
  const flag = (option: string): boolean => values[option] === true;
  const folder = positionals[0] ?? 'manuscript';
  const format = text('format') ?? 'text';
  if (format !== 'text' && format !== 'json' && format !== 'github') return { usage: `--format is text, json or github, not "${format}".` };
  const output = text('output');
  const withOutput = output === undefined ? {} : { output };
  switch (name) {
    case 'build': return { name, folder, stable: flag('stable'), strict: flag('strict'), format, ...withOutput };
    case 'check': {
      const against = text('against'), pictures = text('pictures');
      return { name, folder, update: flag('update'), strict: flag('strict'), fix: flag('fix'), layout: !flag('no-layout'), format, ...(against === undefined ? {} : { against }), ...(pictures === undefined ? {} : { pictures }) };
    }
    case 'watch': {
      const port = text('port');
      if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65536)) return { usage: `--port should be a number below 65536, not "${port}".` };
      return { name, folder, open: !flag('no-open'), ...withOutput, ...(port === undefined ? {} : { port: Number(port) }) };
    }
    case 'layout': return { name, folder, format: flag('json') ? 'json' : format };
    default: {
      const language = text('language') ?? 'da';
      return language === 'da' || language === 'en' ? { name, folder, language } : { usage: `--language is da or en, not "${language}".` };
    }
  }
}

function isName(name: string): name is (typeof NAMES)[number] {
  return (NAMES as readonly string[]).includes(name);
}

function explain(error: unknown, name: string, options: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(-{1,2}[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return `${message.split('\n')[0]} See "printvenlig --help".`;
  const near = closest(unknown.replace(/^-+/, ''), [...options]);
  return `"${name}" has no option "${unknown}".${distance(unknown.replace(/^-+/, ''), near) <= 3 ? ` Did you mean "--${near}"?` : ` It has ${options.map((option) => `--${option}`).join(', ')}.`}`;
}
