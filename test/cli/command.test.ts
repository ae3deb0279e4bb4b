// argv → Command, or one sentence about what is wrong with it.
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/cli/command.ts';

const usage = (...argv: string[]): string => {
  const command = readCommand(argv);
  return 'usage' in command ? command.usage : JSON.stringify(command);
};

describe('a command line', () => {
  it('has manuscript/ for a folder where it names none', () => {
    expect(readCommand(['build'])).toEqual({ name: 'build', folder: 'manuscript', stable: false, strict: false, format: 'text' });
    expect(readCommand(['check'])).toMatchObject({ name: 'check', folder: 'manuscript', update: false, layout: true });
    expect(readCommand(['init', 'ny', '--language', 'en'])).toEqual({ name: 'init', folder: 'ny', language: 'en' });
  });

  it('may have its options before and after the folder', () => {
    expect(readCommand(['build', '-o', 'x.pdf', 'a', '--stable', '--format=json'])).toEqual({ name: 'build', folder: 'a', output: 'x.pdf', stable: true, strict: false, format: 'json' });
    expect(readCommand(['check', '--no-layout', '--against', 'HEAD~1', 'a', '--pictures', 'p', '--strict', '--fix', '--update'])).toEqual(
      { name: 'check', folder: 'a', update: true, strict: true, fix: true, layout: false, against: 'HEAD~1', pictures: 'p', format: 'text' });
    expect(readCommand(['watch', '--port', '8080', '--no-open'])).toEqual({ name: 'watch', folder: 'manuscript', open: false, port: 8080 });
    expect(readCommand(['layout', 'a', '--json'])).toMatchObject({ name: 'layout', folder: 'a', format: 'json' });
  });

  it('asks for help or version', () => {
    for (const argv of [['--help'], ['-h'], ['help'], ['build', '--help']]) expect(readCommand(argv)).toEqual({ name: 'help' });
    expect(readCommand(['--version'])).toEqual({ name: 'version' });
  });

  it.each<[string[], RegExp]>([
    [[], /Which command\?/],
    [['biuld'], /There is no command "biuld"\. Did you mean "build"\?/],
    [['byg'], /There is no command "byg"\./],
    [['build', '--stabel'], /"build" has no option "--stabel"\. Did you mean "--stable"\?/],
    [['build', '--update'], /"build" has no option "--update"\./],
    [['build', '-x'], /"build" has no option "-x"\./],
    [['build', '-o'], /argument missing/],
    [['build', '--stable=ja'], /does not take an argument/],
    [['build', 'a', 'b'], /takes one folder, not 2/],
    [['build', '--format', 'xml'], /--format is text, json or github, not "xml"/],
    [['watch', '--port', '99999'], /--port should be a number below 65536/],
    [['init', '--language', 'sv'], /--language is da or en, not "sv"/],
  ])('%j is wrong', (argv, expected) => {
    expect(usage(...argv)).toMatch(expected);
  });
});
