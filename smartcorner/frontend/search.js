'use strict';

/** @typedef {{id: string, url: string, title: string, module: string, text: string}} Found */
/** @typedef {import('minisearch').SearchResult} SearchResult */

/**
 * Cuts a text into words, elisions apart: « l’e-mail » is « l » and « e-mail ».
 * @param {string} text
 */
const searchWords = (text) => text.split(/[^\p{L}\p{N}-]+/u);

/**
 * The forms under which a word is found: no accents, no case, with and without its hyphens.
 * « e-mail » is also « email » and « mail ». Letters alone, such as an elided « l », are none.
 * @param {string} word
 */
const searchForms = (word) => {
  const plain = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/œ/g, 'oe');
  const forms = [plain.replace(/-/g, ''), ...plain.split('-')];
  return forms.filter((form, at) => /^(?!qu$)..|\d/.test(form) && forms.indexOf(form) === at);
};

/** One field; the screens that hold its words, as one types. Nothing typed is kept. */
class Search extends HTMLElement {
  constructor() {
    super();
    this.timer = 0;
    /** @type {MiniSearch<Found> | undefined} made when it is first used */
    this.index = undefined;
  }

  connectedCallback() {
    this.addEventListener('input', this);
    this.addEventListener('submit', this);
    addEventListener('load', () => this.search().catch(Boolean)); // the field may be filled when one comes back
  }

  /** @param {Event} event */
  handleEvent(event) {
    clearTimeout(this.timer);
    if (event.type === 'input') {
      this.timer = window.setTimeout(() => this.search().catch(Boolean), 250); // one announcement a word, not a letter
      return;
    }
    event.preventDefault();
    this.search().then(() => {
      const count = this.find('.search-count');
      (count.hidden ? this.find('.search-none h2') : count).focus(); // closes the keyboard of a phone
    }, () => window.alert(/** @type {Element} */ (document.querySelector('.alone')).textContent || ''));
  }

  documents() {
    if (!this.index) {
      this.index = new MiniSearch({
        fields: ['title', 'module', 'text'],
        storeFields: ['url', 'title', 'module', 'text'],
        tokenize: searchWords,
        processTerm: searchForms,
        searchOptions: {
          processTerm: (word) => searchForms(word)[0] || null,
          boost: { title: 3, module: 2 },
          prefix: (term, at, terms) => term.length > 3 || at === terms.length - 1, // the last may not be whole yet
          fuzzy: (term) => (term.length > 3 ? 0.25 : 0),
          combineWith: 'AND',
        },
      });
      this.index.addAll(smartcornerSearch);
    }
    return this.index;
  }

  async search() {
    const field = /** @type {HTMLInputElement} */ (this.find('input'));
    if (!field.value && !this.index) return;
    await SmartCorner.load('search/*.js'); // the texts of all modules
    const asked = field.value.trim();
    const index = this.documents();
    const words = searchWords(asked).some((word) => searchForms(word).length);
    const numbered = smartcornerSearch.find(({ number }) => number === asked); // from a lesson on TV
    if (numbered) {
      location.href = numbered.url;
      return;
    }
    let results = words ? index.search(asked) : [];
    if (words && !results.length) results = index.search(asked, { combineWith: 'OR', fuzzy: 0.4, maxFuzzy: 2 });
    results = results.slice(0, 10);
    this.find('.search-results').textContent = '';
    for (const result of results) this.add(result, Object.keys(result.match));
    this.find('.search-count span').textContent = String(results.length);
    this.find('.search-count').hidden = !results.length;
    this.find('.search-none').hidden = !words || results.length > 0;
  }

  /**
   * @param {SearchResult} found
   * @param {string[]} forms those of the words found
   */
  add(found, forms) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector('template'));
    const item = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
    /** @type {HTMLAnchorElement} */ (item.firstElementChild).href = found.url;
    this.mark(this.find('.search-title', item), found.title, forms);
    this.find('.search-module', item).textContent = found.module;
    this.mark(this.find('.search-text', item), this.line(found.text, forms), forms);
    this.find('.search-results').append(item);
  }

  /**
   * A line of a text, from a few words before the first one found.
   * @param {string} text
   * @param {string[]} forms
   */
  line(text, forms) {
    const words = text.split(/\s+/);
    const first = words.findIndex((word) => searchWords(word).some((part) => this.found(part, forms)));
    const from = Math.max(0, first - 6);
    const line = words.slice(from, from + 20).join(' ');
    return (from ? '… ' : '') + line + (from + 20 < words.length ? ' …' : '');
  }

  /**
   * @param {string} word
   * @param {string[]} forms
   */
  found(word, forms) {
    return searchForms(word).some((form) => forms.includes(form));
  }

  /**
   * Writes a text with the words found marked.
   * @param {HTMLElement} element
   * @param {string} text
   * @param {string[]} forms
   */
  mark(element, text, forms) {
    for (const part of text.split(/([^\p{L}\p{N}-]+)/u)) {
      if (!this.found(part, forms)) {
        element.append(part);
        continue;
      }
      const mark = document.createElement('mark');
      mark.textContent = part;
      element.append(mark);
    }
  }

  /**
   * @param {string} selector
   * @param {HTMLElement} [root]
   */
  find(selector, root) {
    return /** @type {HTMLElement} */ ((root || this).querySelector(selector));
  }
}
customElements.define('sc-search', Search);
