// Progress: on a terminal only, after a second only, and gone when done.
import { expect, test, vi } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 40, written, write: (text: string) => written.push(text) };
}

test('a pipe sees nothing', () => {
  const pipe = terminal(false);
  const progress = startProgress(pipe, 0, () => 5000);
  progress.step('Setting');
  progress.done();
  expect(pipe.written).toEqual([]);
});

test('fast work says nothing, slow work says its step and leaves no trace', () => {
  let now = 0;
  const screen = terminal(true);
  const progress = startProgress(screen, 0, () => now);
  now = 300;
  progress.step('Reading');
  now = 1200;
  progress.step('Setting');
  expect(screen.written).toEqual(['\r\u001b[KSetting …']);
  progress.done();
  expect(screen.written.at(-1)).toBe('\r\u001b[K');
});

test('a step that lasts is told when the second is over', () => {
  vi.useFakeTimers();
  const screen = terminal(true);
  const progress = startProgress(screen, 0, () => 0);
  progress.step('A step with a name that is far too long for the terminal it is shown on');
  vi.advanceTimersByTime(1001);
  expect(screen.written).toHaveLength(1);
  expect(screen.written[0]?.length).toBeLessThanOrEqual(44);
  vi.useRealTimers();
});
