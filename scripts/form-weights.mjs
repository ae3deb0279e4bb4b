// Right Danish → src/proof/data/da-forms.bin: the weights by which the proofreader tells which form of a word belongs where it stands.
// Run by hand: node scripts/form-weights.mjs FOLDER, where FOLDER holds the Danish help of LibreOffice as HTML (Debian's package
// libreoffice-help-da; MPL 2.0). Our own corpus, test/proof/corpus with its errors corrected, is read beside it.
// A log-linear model (Berger, Della Pietra and Della Pietra 1996) with hashed features (Weinberger et al. 2009), learnt by FTRL-proximal
// (McMahan et al. 2013), whose L1 leaves most weights at nothing. What a word's form can be is latent where it is more than one thing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder holds the text?');
const EPOCHS = 2;
/** Our own sentences are the kind that is proofread, and few: each is read so often in an epoch. */
const OWN = 8;
const ALPHA = 0.1;
const BETA = 1;
const L1 = 2;
const L2 = 0.5;

const { openLexicon, tokenize, Context, keysOf, formsOf, slot, BITS, SCALE } = await load();
const lexicon = await openLexicon([]);
const sentences = [...readHelp(folder), ...Array.from({ length: OWN }, (_, time) => readOwn(time % 2 === 1)).flat()].flatMap((line) => {
  const bySentence = new Map();
  for (const token of tokenize(line)) bySentence.set(token.sentence, [...(bySentence.get(token.sentence) ?? []), token]);
  return [...bySentence.values()];
});
shuffle(sentences);
const [z, n] = [new Float64Array(1 << BITS), new Float64Array(1 << BITS)];
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  let [count, right] = [0, 0];
  for (const sentence of sentences) {
    const context = new Context(keysOf(sentence, lexicon), sentence.map(({ low }) => low));
    for (const [at, token] of sentence.entries()) {
      if (token.kind !== 'word' || /^\p{Lu}/u.test(token.text) && !token.first) continue;
      const forms = formsOf(token.low, lexicon);
      if (forms.length < 2) continue;
      count++;
      if (learn(forms, context.features(at))) right++;
    }
  }
  process.stdout.write(`${epoch}: ${count} choices, ${(100 * right / count).toFixed(2)} % right\n`);
}
writeFileSync(join(root, 'src/proof/data/da-forms.bin'), Int8Array.from(z, (_, at) => Math.max(-127, Math.min(127, Math.round(weight(at) * SCALE)))));

function weight(at) {
  const sum = z[at];
  return Math.abs(sum) <= L1 ? 0 : -(sum - Math.sign(sum) * L1) / ((BETA + Math.sqrt(n[at])) / ALPHA + L2);
}

/** One step towards the first form; were the weights right before it? */
function learn(forms, features) {
  const classes = [...new Set(forms.flatMap((form) => form.classes))];
  const slots = classes.map((letter) => features.map((feature) => slot(feature, letter)));
  const scores = slots.map((list) => list.reduce((sum, at) => sum + weight(at), 0));
  const totals = forms.map((form) => {
    const own = form.classes.map((letter) => scores[classes.indexOf(letter)]);
    const top = Math.max(...own);
    return top + Math.log(own.reduce((sum, score) => sum + Math.exp(score - top), 0));
  });
  const top = Math.max(...totals);
  const whole = totals.reduce((sum, total) => sum + Math.exp(total - top), 0);
  classes.forEach((letter, index) => {
    let gradient = 0;
    forms.forEach((form, which) => {
      if (!form.classes.includes(letter)) return;
      const share = Math.exp(scores[index] - totals[which]);
      gradient += Math.exp(totals[which] - top) / whole * share - (which === 0 ? share : 0);
    });
    if (Math.abs(gradient) < 1e-4) return;
    for (const at of slots[index]) {
      const sigma = (Math.sqrt(n[at] + gradient * gradient) - Math.sqrt(n[at])) / ALPHA;
      z[at] += gradient - sigma * weight(at);
      n[at] += gradient * gradient;
    }
  });
  return totals[0] >= top - 1e-9;
}

/** Lines of running text: five words, a stop, more Danish than English. */
function readHelp(place) {
  const seen = new Set();
  for (const file of readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.html')).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()) {
    const text = readFileSync(file, 'utf8').replace(/<(script|style|pre|nav|head|code)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<br\s*\/?>|<\/?(?:p|div|li|ul|ol|td|th|tr|table|h\d|dt|dd|dl|title|section)\b[^>]*>/gi, '\n').replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&nbsp;/g, ' ').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replace(/&amp;/g, '&');
    for (const line of text.split('\n').map((part) => part.replace(/\s+/g, ' ').trim())) {
      const danish = line.match(/(?<!\p{L})(?:og|der|som|er|at|ikke|det|til|af|på)(?!\p{L})/gu)?.length ?? 0;
      const english = line.match(/\b(?:the|and|of|is|to|you|this)\b/g)?.length ?? 0;
      if (line.split(' ').length >= 5 && /[.:!?]$/.test(line) && danish > 0 && english <= danish / 3) seen.add(line);
    }
  }
  return [...seen];
}

/** The corpus as it was when the weights were learnt; later texts tell how good they are. Every other time without the comma before a clause: some publications set none. */
function readOwn(bare) {
  const corpus = join(root, 'test/proof/corpus');
  return readdirSync(corpus).filter((name) => /^(?:prose|prose-[23]|clean|clean-[289]|wrong|wrong-[2-9])\.md$/.test(name)).sort().flatMap((name) => readFileSync(join(corpus, name), 'utf8').split('\n'))
    .filter((line) => line.split(' ').length > 2 && !/^(?:[#|<]|::)/.test(line))
    .map((line) => line.replace(/\{[^{|}]*\|([^{|}]*)\}/g, '$1').replace(/[*_`]/g, '').replace(/\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})?/g, '$1').replace(/^[-\d.]+ /, ''))
    .map((line) => (bare ? line.replace(/,(?= (?:at|som|der|hvis|fordi|når|mens|hvor|hvordan|hvad|hvorfor|om) )/g, '') : line));
}

/** Fisher and Yates, with the generator of Lehmer. */
function shuffle(list) {
  let seed = 7;
  for (let at = list.length - 1; at > 0; at--) {
    seed = seed * 48271 % 0x7fffffff;
    const other = seed % (at + 1);
    [list[at], list[other]] = [list[other], list[at]];
  }
}

async function load() {
  const place = join(root, 'node_modules/.cache/printvenlig-forms');
  await mkdir(join(place, 'data'), { recursive: true });
  await cp(join(root, 'src/proof/data'), join(place, 'data'), { recursive: true });
  const outfile = join(place, 'program.mjs');
  await build({
    stdin: {
      contents: `export { openLexicon } from './src/proof/lexicon/index.ts'; export { tokenize } from './src/proof/tokens.ts'; export { Context, keysOf } from './src/proof/danish/context.ts';
        export { formsOf } from './src/proof/danish/forms.ts'; export { slot, BITS, SCALE } from './src/proof/danish/choose-form.ts';`,
      resolveDir: root, loader: 'ts',
    },
    outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
