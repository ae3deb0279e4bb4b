// Sheets → pages on the desk: a box for each at once, ink and lines for those near the eye, kept as long as their digest stays.
import { getDocument, GlobalWorkerOptions } from './pdf.min.mjs';

GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
const FLASH_MS = 4000;

export function createSheets(desk, say) {
  /** One an index: its element, the digest that is painted, and whether the eye is near. */
  const pages = [];
  /** The open document and its pages' digests: until the next one is open, pages are painted from this one, as this one. */
  let pdf, loading, digests = [], version = 0;
  let bodies = new Set();
  let currentPage = 1;
  let changes = [], nextChange = 0;
  const hearers = [];
  /** What is at the top of the window: it stays there when pages above it or the window change their size. */
  let lastPlace;

  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const page = pages[Number(target.dataset.page) - 1];
      if (!page || page.element !== target) continue;
      page.near = isIntersecting;
      if (isIntersecting) paint(page);
      else release(page);
    }
  }, { rootMargin: '150% 0px' });

  function makePage(index) {
    const element = document.createElement('section');
    element.className = 'page';
    element.dataset.page = String(index + 1);
    element.id = `page-${index + 1}`;
    return { element, index, painted: '', near: false, busy: false, marks: [] };
  }

  async function update(state, first) {
    version = state.version;
    const place = placeOf();
    while (pages.length > state.sheets.length) {
      const gone = pages.pop();
      near.unobserve(gone.element);
      gone.element.remove();
    }
    state.sheets.forEach(({ label, width, height }, index) => {
      const page = pages[index] ?? makePage(index);
      page.size = { width, height };
      page.element.setAttribute('aria-label', label || `Page ${index + 1}`);
      page.element.style.aspectRatio = `${width} / ${height}`;
      if (!pages[index]) {
        pages.push(page);
        desk.append(page.element);
        near.observe(page.element);
      }
    });
    const changed = first ? [] : state.sheets.map(({ body }, index) => (bodies.has(body) ? 0 : index + 1)).filter(Boolean);
    bodies = new Set(state.sheets.map(({ body }) => body));
    if (changed.length > 0) [changes, nextChange] = [changed, 0];
    keepPlace(place);
    // The document that is shown stays open until the new one is there: no page is ever blank.
    const mine = version;
    const response = await fetch(`/edition.pdf?v=${version}`);
    if (!response.ok || mine !== version) return;
    const task = getDocument({ data: new Uint8Array(await response.arrayBuffer()), isEvalSupported: false, useWasm: false, enableXfa: false });
    const opened = await task.promise;
    if (mine !== version) { task.destroy(); return; }
    const old = loading;
    [pdf, loading] = [opened, task];
    digests = state.sheets.map(({ digest }) => digest);
    await Promise.all(pages.filter((page) => page.near).map((page) => paint(page)));
    old?.destroy();
    // The lines' addresses move with every edit, even where the ink does not.
    for (const page of pages) if (page.near && page.linesOf !== version) showLines(page);
    mark(state.marks, changed);
    if (state.focus && !first) show(state.focus);
    hear();
    desk.dataset.version = String(mine);
  }

  async function paint(page) {
    const wanted = digests[page.index];
    if (!pdf || page.busy || wanted === undefined || page.painted === wanted) return;
    page.busy = true;
    try {
      const source = await pdf.getPage(page.index + 1);
      const width = page.element.clientWidth * Math.min(3, window.devicePixelRatio || 1);
      const viewport = source.getViewport({ scale: width / source.getViewport({ scale: 1 }).width });
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      canvas.setAttribute('aria-hidden', 'true');
      await source.render({ canvas, viewport }).promise;
      page.element.querySelector('canvas')?.remove();
      page.element.prepend(canvas);
      page.painted = wanted;
      page.element.dataset.digest = wanted;
      page.element.dataset.paints = String(Number(page.element.dataset.paints ?? 0) + 1);
    } catch (error) {
      // A document closed under a page is followed by the next one.
      if (digests[page.index] === wanted && pages[page.index] === page) console.debug(error);
    } finally {
      page.busy = false;
    }
    if (page.near && page.linesOf !== version) showLines(page);
    // Another edition came while this one was painted.
    if (page.near && digests[page.index] !== wanted) return paint(page);
  }

  async function showLines(page) {
    const mine = version;
    page.linesOf = mine;
    const response = await fetch(`/lines?page=${page.index + 1}&v=${mine}`);
    if (!response.ok || mine !== version) { page.linesOf = 0; return; }
    const lines = (await response.json()).map(([text, x, y, width, height, file, line, link], index) => {
      const element = document.createElement('a');
      element.className = 'line';
      element.href = link;
      // One stop a page; arrows go from line to line.
      element.tabIndex = index === 0 ? 0 : -1;
      element.textContent = text;
      element.title = `${file}:${line}`;
      stretch(element, page.size, x, y, width, height);
      element.style.fontSize = `${(height * 0.87 / page.size.width) * 100}cqw`;
      element.addEventListener('click', () => say(`${file}:${line}`));
      return element;
    });
    for (const old of page.element.querySelectorAll('.line')) old.remove();
    page.element.append(...lines);
    showMarks(page);
  }

  /** Bars beside the lines that the last edition changed: they stay until the next, also on pages that were far away meanwhile. */
  function showMarks(page) {
    for (const old of page.element.querySelectorAll('.mark')) old.remove();
    page.element.append(...page.marks.map(([x, y, width, height]) => {
      const element = document.createElement('div');
      element.className = 'mark';
      stretch(element, page.size, x, y, width, height);
      return element;
    }));
  }

  function stretch(element, size, x, y, width, height) {
    element.style.left = `${(x / size.width) * 100}%`;
    element.style.top = `${(y / size.height) * 100}%`;
    element.style.width = `${(width / size.width) * 100}%`;
    element.style.height = `${(height / size.height) * 100}%`;
  }

  /** Far pages give their pixels back: a long publication would take gigabytes. */
  function release(page) {
    page.element.replaceChildren();
    page.painted = '';
    page.linesOf = 0;
  }

  function mark(marks, changed) {
    for (const number of changed) flash(pages[number - 1]?.element);
    for (const page of pages) page.marks = [];
    for (const [number, ...box] of marks) pages[number - 1]?.marks.push(box);
    for (const page of pages) if (page.near) showMarks(page);
  }

  function flash(element) {
    if (!element) return;
    element.classList.add('changed');
    clearTimeout(element.flashTimer);
    element.flashTimer = setTimeout(() => element.classList.remove('changed'), FLASH_MS);
  }

  const barHeight = () => document.querySelector('header').offsetHeight;

  /** The page at the top of the window, and how far down it the window begins. */
  function placeOf() {
    const top = barHeight();
    const page = pages.find(({ element }) => element.getBoundingClientRect().bottom > top + 1);
    if (!page) return undefined;
    const box = page.element.getBoundingClientRect();
    return { page, part: (top - box.top) / box.height };
  }

  function keepPlace(place) {
    if (!place || !place.page.element.isConnected) return;
    const box = place.page.element.getBoundingClientRect();
    const shift = box.top + place.part * box.height - barHeight();
    if (Math.abs(shift) > 1) window.scrollBy({ top: shift, behavior: 'instant' });
  }

  /** Scrolls only when the place is not already in sight. */
  function show({ page: number, y }) {
    const page = pages[number - 1];
    if (!page) return;
    const box = page.element.getBoundingClientRect();
    const at = box.top + (y / page.size.height) * box.height;
    if (at > barHeight() && at < window.innerHeight - 40) return;
    // A glide over many pages would paint them all on the way.
    const way = at - window.innerHeight / 3;
    const calm = Math.abs(way) > 2 * window.innerHeight || matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollBy({ top: way, behavior: calm ? 'instant' : 'smooth' });
  }

  function hear() {
    lastPlace = placeOf();
    // The page that is read is the one above the middle of the window.
    const eye = barHeight() + (window.innerHeight - barHeight()) * 0.4;
    const read = pages.find(({ element }) => element.getBoundingClientRect().bottom > eye) ?? pages.at(-1);
    const number = read ? read.index + 1 : 1;
    if (number === currentPage) return;
    currentPage = number;
    for (const hearer of hearers) hearer(number);
  }
  addEventListener('scroll', hear, { passive: true });

  let resizing;
  addEventListener('resize', () => {
    keepPlace(lastPlace);
    hear();
    clearTimeout(resizing);
    resizing = setTimeout(repaint, 200);
  });
  function repaint() {
    for (const page of pages) {
      page.painted = '';
      if (page.near) paint(page);
    }
  }

  return {
    update,
    show,
    onPage: (hearer) => hearers.push(hearer),
    current: () => currentPage,
    goTo(number) {
      const page = pages[Math.max(0, Math.min(pages.length - 1, (Number.isNaN(number) ? 1 : number) - 1))];
      page?.element.scrollIntoView({ block: 'start', behavior: 'instant' });
      hear();
    },
    nextChange() {
      if (changes.length === 0) return say('Nothing has changed yet.');
      const number = changes[nextChange++ % changes.length];
      pages[number - 1]?.element.scrollIntoView({ block: 'start', behavior: 'instant' });
      flash(pages[number - 1]?.element);
    },
    /** After the desk's columns changed: the same page stays in sight. */
    relayout() {
      const number = currentPage;
      pages[number - 1]?.element.scrollIntoView({ block: 'start', behavior: 'instant' });
      repaint();
    },
  };
}
