// The server's states → the page: what changed is painted anew, the rest stays as it stands.
import { showFindings } from './findings.js';
import { listenToKeys } from './keys.js';
import { createSheets } from './sheets.js';

const byId = (id) => document.getElementById(id);
const sheets = createSheets(byId('pages'), say);
let version = 0;
let placeTimer, buildingTimer;

function say(text) {
  byId('place').textContent = text;
  byId('place').hidden = false;
  clearTimeout(placeTimer);
  placeTimer = setTimeout(() => { byId('place').hidden = true; }, 6000);
}

function describe(state) {
  const errors = state.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return `${errors} ${errors === 1 ? 'error' : 'errors'}: ${state.version > 0 ? 'the last good PDF is shown' : 'no PDF yet'}`;
  return `Edition ${state.version}${state.milliseconds > 0 ? `, ${(state.milliseconds / 1000).toFixed(2)} s` : ''}`;
}

async function show(state) {
  clearTimeout(buildingTimer);
  // Most editions are there before anyone could read that they are being made.
  if (state.building) {
    buildingTimer = setTimeout(() => { byId('state').textContent = 'Building …'; }, 300);
    return;
  }
  byId('state').classList.toggle('stale', state.stale);
  byId('state').textContent = describe(state);
  showFindings(state.diagnostics, sheets.show);
  document.title = state.title === '' ? 'Preview' : `${state.stale ? '⚠ ' : ''}${state.title}`;
  byId('title').textContent = state.title === '' ? 'Preview' : state.title;
  byId('pages').lang = state.language;
  byId('count').textContent = `of ${state.sheets.length || '–'}`;
  byId('number').max = String(Math.max(1, state.sheets.length));
  if (state.version === version || state.version === 0) return;
  const first = version === 0;
  version = state.version;
  await sheets.update(state, first);
}

const events = new EventSource('/events');
events.onmessage = ({ data }) => show(JSON.parse(data));
events.onerror = () => { byId('state').textContent = 'The program has stopped; run "printvenlig watch" again.'; byId('state').classList.add('stale'); version = -1; };

// The bar wraps in a narrow window; what is scrolled to stands below it.
const bar = document.querySelector('header');
new ResizeObserver(() => document.documentElement.style.setProperty('--bar-height', `${bar.offsetHeight}px`)).observe(bar);

listenToKeys(sheets, byId);
