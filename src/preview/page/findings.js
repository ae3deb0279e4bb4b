// Diagnostics → the list of findings, each a link into the editor.

const order = { error: 0, warning: 1, info: 2 };

export function showFindings(diagnostics) {
  const button = document.getElementById('findings-button');
  const worst = diagnostics.map(({ severity }) => severity).sort((a, b) => order[a] - order[b])[0];
  document.getElementById('findings-count').textContent = String(diagnostics.length);
  button.className = worst ?? '';
  const list = document.getElementById('findings-list');
  list.replaceChildren(...diagnostics.map(showOne));
  if (diagnostics.length === 0) list.append(Object.assign(document.createElement('li'), { textContent: 'Nothing to report.' }));
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

function showOne({ severity, message, hint, rule, name, line, column, link }) {
  const item = element('li', severity);
  const place = element('p', 'place');
  const anchor = element('a', '', `${name}:${line}:${column}`);
  anchor.href = link;
  place.append(anchor, ` ${severity}  ${rule}`);
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
