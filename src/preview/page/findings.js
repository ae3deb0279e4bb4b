// Diagnostics → the list of findings, each a link into the editor.

const order = { error: 0, warning: 1, info: 2 };

/** `goTo` scrolls to a place on a page. */
export function showFindings(diagnostics, goTo) {
  const button = document.getElementById('findings-button');
  const worst = diagnostics.map(({ severity }) => severity).sort((a, b) => order[a] - order[b])[0];
  document.getElementById('findings-count').textContent = String(diagnostics.length);
  button.className = worst ?? '';
  const list = document.getElementById('findings-list');
  // What must be mended first; otherwise as they stand in the manuscript.
  const sorted = [...diagnostics].sort((a, b) => order[a.severity] - order[b.severity]);
  list.replaceChildren(...sorted.map((diagnostic) => showOne(diagnostic, goTo)));
  if (diagnostics.length === 0) list.append(element('li', 'none', 'Nothing to report.'));
  // Errors ask to be read; they go when they are mended.
  if (worst === 'error') open(true, 'errors');
  else if (button.dataset.why === 'errors') open(false);
}

export function open(yes, why = 'asked') {
  const button = document.getElementById('findings-button');
  button.setAttribute('aria-expanded', String(yes));
  document.getElementById('findings').hidden = !yes;
  if (yes && button.dataset.why === 'asked') return;
  button.dataset.why = yes ? why : '';
}

function showOne({ severity, message, hint, rule, name, line, column, link, at }, goTo) {
  const item = element('li', severity);
  const place = element('p', 'place');
  const anchor = element('a', '', `${name}:${line}:${column}`);
  anchor.href = link;
  place.append(anchor, ` ${severity}  ${rule}`);
  if (at) {
    const button = Object.assign(element('button', '', `page ${at.page}`), { type: 'button' });
    button.addEventListener('click', () => goTo(at));
    place.append(' ', button);
  }
  item.append(place, element('p', 'message', message));
  if (hint) item.append(element('p', 'hint', hint));
  return item;
}

function element(tag, className, text = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
