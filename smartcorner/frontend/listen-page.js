'use strict';

/**
 * A paragraph, heading, label, picture: its text, and the nodes that hold it (none for a picture).
 * @typedef {{element: Element, text: string, runs: {node: Text, at: number, lang: string}[]}} Block
 */
/**
 * A stretch of a block said in one go; the sentence around it, from `first` to `last`, is lit.
 * @typedef {{block: Block, from: number, to: number, first: number, last: number, lang: string}} Piece
 */

/** E-mail addresses, places on the web, names of files; the sign alone; spaces; the bar of 0800/93 947. */
const LISTEN_ADDRESS = /(?:https?:\/\/)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b(?:\/[\w/.-]*\w)?|@|\s+|\/(?=\d)/gi;
/** The end of a sentence: its mark, closing quotes, a space; no small letter after it. */
const LISTEN_END = /[.!?…]+(?:\s?[»”"')\]])*(?:\s+|$)(?!\s|\p{Ll})/gu;
const LISTEN_LONGEST = 180; // letters; some voices of Chromium stop after 15 seconds
const LISTEN_NEVER = 'script,style,template,noscript,button,input,textarea,nav,dialog,audio,video,[aria-hidden="true"],[data-listen="off"],.screen-n';

/** @param {Element} element */
const listenLang = (element) => {
  const holder = element.closest('[lang]');
  return listenBase((holder && holder.getAttribute('lang')) || '');
};

/** @param {Element} node whether nobody sees it, or only a screen reader does */
const listenHidden = (node) => {
  const { display, visibility, position } = getComputedStyle(node);
  const shut = node.parentElement instanceof HTMLDetailsElement && !node.parentElement.open && node.tagName !== 'SUMMARY';
  return shut || display === 'none' || visibility === 'hidden' || (position === 'absolute' && node.getBoundingClientRect().width < 2);
};

/**
 * What is shown in an element, block by block, in reading order; nothing hidden, no control.
 * @param {Element} root
 */
const listenBlocks = (root) => {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Block | null} */
  let block = null;
  /** @param {HTMLSelectElement} list its choices, once for the lists of one question */
  const choices = (list) => {
    if (list !== (list.closest('fieldset') || root).querySelector('select')) return;
    for (const { value, text } of list.options) if (value) blocks.push({ element: list, text, runs: [] });
  };
  /** @param {Element} element */
  const walk = (element) => {
    for (const node of element.childNodes) {
      if (node instanceof Text) {
        if (!block) blocks.push(block = { element, text: '', runs: [] });
        block.runs.push({ node, at: block.text.length, lang: listenLang(element) });
        block.text += node.data;
      } else if (node instanceof Element && !node.matches(LISTEN_NEVER) && !listenHidden(node)) {
        const apart = !/^(inline|contents)$/.test(getComputedStyle(node).display) || /^(BR|LABEL|SELECT)$/.test(node.tagName);
        const words = node.matches('img') ? node.getAttribute('alt') : node.matches('svg') && node.getAttribute('aria-label');
        if (words || apart) block = null;
        if (node instanceof HTMLSelectElement) choices(node);
        else if (words) blocks.push({ element: node, text: words, runs: [] });
        else if (!node.matches('svg')) walk(node);
        if (words || apart) block = null;
      }
    }
  };
  walk(root);
  return blocks;
};

/**
 * A block cut into sentences, long ones again at a comma or a space, and around words of another
 * language that a voice heard can say; other foreign words are left to the page's voice.
 * @param {Block} block
 */
const listenPieces = (block) => {
  /** @type {Piece[]} */
  const pieces = [];
  const { text, runs, element } = block;
  const langs = new Set(runs.filter(({ node }) => /\p{L}/u.test(node.data)).map(({ lang }) => lang));
  const main = langs.size === 1 ? [...langs][0] : listenLang(element);
  const lang = (/** @type {number} */ at) => {
    const run = runs.filter((one) => one.at <= at).pop();
    return run && run.lang !== main && listenHeard(run.lang) ? run.lang : main;
  };
  for (let first = 0, last; first < text.length; first = last) {
    LISTEN_END.lastIndex = first;
    last = LISTEN_END.test(text) ? LISTEN_END.lastIndex : text.length;
    if (last - first > LISTEN_LONGEST) {
      const part = text.slice(first, first + LISTEN_LONGEST);
      last = first + (/^[^]*[,;:]\s/.exec(part) || /^[^]*\s/.exec(part) || [part])[0].length;
    }
    for (let from = first, to; from < last; from = to) {
      to = from + 1;
      while (to < last && lang(to) === lang(from)) to += 1;
      if (/[\p{L}\p{N}@]/u.test(text.slice(from, to))) pieces.push({ block, from, to, first, last, lang: lang(from) });
    }
  }
  return pieces;
};

/**
 * A piece as it is said, the signs of addresses in words; and for each letter of it, where it is written.
 * @param {Piece} piece
 * @param {DOMStringMap} words those for the signs
 */
const listenSaid = ({ block, from, to }, words) => {
  /** @type {Object<string, string | undefined>} */
  const signs = { '@': words.at, '.': words.dot, '-': words.dash, _: words.underscore, '/': words.slash };
  const written = block.text.slice(from, to);
  /** @type {number[]} */
  const map = [];
  let text = '';
  let done = 0;
  const add = (/** @type {string} */ letters, /** @type {number} */ at) => {
    const more = / $/.test(text) ? letters.replace(/^ /, '') : letters;
    for (let n = 0; n < more.length; n++) map.push(from + at);
    text += more;
  };
  const plain = (/** @type {number} */ end) => {
    for (; done < end; done++) add(written[done], done);
  };
  for (const match of written.match(LISTEN_ADDRESS) || []) {
    const start = written.indexOf(match, done);
    plain(start);
    done += match.length;
    if (/^\s|^\/$/.test(match)) add(' ', start);
    else {
      const scheme = match.indexOf('://') < 0 ? 0 : match.indexOf('://') + 3;
      for (let n = scheme; n < match.length; n++) add(signs[match[n]] ? ` ${signs[match[n]]}${n + 1 < match.length ? ' ' : ''}` : match[n], start + n);
    }
  }
  plain(written.length);
  return { text, map };
};

/**
 * Where letters of a block stand in the window.
 * @param {Block} block
 * @param {number} from
 * @param {number} to
 */
const listenBoxes = ({ element, runs }, from, to) => {
  if (!runs.length) return [...element.getClientRects()];
  const range = document.createRange();
  const first = runs.filter(({ at }) => at <= from).pop() || runs[0];
  const last = runs.filter(({ at }) => at < to).pop() || first;
  range.setStart(first.node, Math.min(from - first.at, first.node.length));
  range.setEnd(last.node, Math.min(to - last.at, last.node.length));
  return [...range.getClientRects()].filter(({ width }) => width > 1);
};

/**
 * Lights the sentence and the word being said, by boxes over them: the text itself isn't touched.
 * @param {HTMLElement} layer where the boxes are laid
 * @param {Piece | undefined} piece
 * @param {number[]} word from and to which letter of the block; 0, 0 when the voice doesn't tell
 */
const listenLight = (layer, piece, [from, to]) => {
  layer.textContent = '';
  if (!piece) return;
  const { block, first, last } = piece;
  const origin = layer.getBoundingClientRect();
  const add = (/** @type {string} */ name, /** @type {DOMRect[]} */ boxes) => {
    for (const { left, top, width, height } of boxes) {
      const spot = document.createElement('div');
      spot.className = name;
      Object.assign(spot.style, {
        left: `${left - origin.left}px`, top: `${top - origin.top}px`, width: `${width}px`, height: `${height}px`,
      });
      layer.append(spot);
    }
  };
  add(block.runs.length ? 'listen-sentence' : 'listen-picture', listenBoxes(block, first, last));
  if (to) add('listen-word', listenBoxes(block, from, to));
};

/**
 * Brings the sentence into view when it is under a bar or further down.
 * @param {Piece} piece
 * @param {number} top where the bar ends
 */
const listenFollow = ({ block, first, last }, top) => {
  const [box] = listenBoxes(block, first, last);
  const run = block.runs.filter(({ at }) => at <= first).pop();
  const holder = (run && run.node.parentElement) || block.element;
  if (box.top < top || box.bottom > innerHeight - 100) holder.scrollIntoView({ block: 'center' });
};
