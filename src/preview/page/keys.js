// Keys and buttons → movements among the pages.
import { open as openFindings } from './findings.js';

export function listenToKeys(sheets, byId) {
  const number = byId('number');
  const toggleHelp = (yes = byId('help').hidden) => {
    byId('help').hidden = !yes;
    byId('help-button').setAttribute('aria-expanded', String(yes));
  };
  const toggleFindings = (yes = byId('findings').hidden) => openFindings(yes);
  const toggleSpreads = () => {
    const on = byId('pages').classList.toggle('spreads');
    byId('spreads').setAttribute('aria-pressed', String(on));
    sheets.relayout();
  };
  byId('help-button').addEventListener('click', () => toggleHelp());
  byId('findings-button').addEventListener('click', () => toggleFindings());
  byId('spreads').addEventListener('click', toggleSpreads);
  number.addEventListener('change', () => sheets.goTo(Number(number.value)));
  sheets.onPage((page) => { if (document.activeElement !== number) number.value = String(page); });

  const step = () => (byId('pages').classList.contains('spreads') ? 2 : 1);
  const actions = {
    j: () => sheets.goTo(sheets.current() + step()), ArrowRight: () => sheets.goTo(sheets.current() + step()),
    k: () => sheets.goTo(sheets.current() - step()), ArrowLeft: () => sheets.goTo(sheets.current() - step()),
    g: () => sheets.goTo(1), Home: () => sheets.goTo(1), G: () => sheets.goTo(Infinity), End: () => sheets.goTo(Infinity),
    s: toggleSpreads, d: () => toggleFindings(), n: () => sheets.nextChange(), '?': () => toggleHelp(),
    Escape: () => { toggleHelp(false); toggleFindings(false); },
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const line = event.target.closest?.('.line');
    const beside = line && { ArrowDown: line.nextElementSibling, ArrowUp: line.previousElementSibling }[event.key];
    if (beside?.classList.contains('line')) {
      event.preventDefault();
      beside.focus();
      return;
    }
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
