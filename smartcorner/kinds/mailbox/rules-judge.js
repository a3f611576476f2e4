'use strict';

/**
 * How typed words are understood: kindly. Spelling is never judged; an address is known
 * without case, outer spaces and a final full stop; what must stay secret is recognised.
 * Nothing of a page is used: Python runs this very script.
 */
const SmartCornerText = (() => {
  /** Returns words in small letters, without accents and marks. @param {string} text */
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/[^\p{L}\p{N}@]+/gu, ' ').trim();

  /** @param {string} text @returns {string[]} */
  const words = (text) => plain(text).split(' ').filter(Boolean);

  /** Returns how many slips of the hand lie between two words. @param {string} one @param {string} other */
  const slips = (one, other) => {
    const rows = [Array.from({ length: other.length + 1 }, (_, n) => n)];
    for (let n = 1; n <= one.length; n += 1) {
      rows[n] = [n];
      for (let m = 1; m <= other.length; m += 1) {
        const same = one[n - 1] === other[m - 1] ? 0 : 1;
        let least = Math.min(rows[n - 1][m] + 1, rows[n][m - 1] + 1, rows[n - 1][m - 1] + same);
        const swapped = n > 1 && m > 1 && one[n - 1] === other[m - 2] && one[n - 2] === other[m - 1];
        if (swapped) least = Math.min(least, rows[n - 2][m - 2] + 1);
        rows[n][m] = least;
      }
    }
    return rows[one.length][other.length];
  };

  /** Whether a word is meant, however it is spelt: « bonjor », « merçi ». @param {string} typed @param {string} meant */
  const near = (typed, meant) => {
    const room = meant.length < 4 ? 0 : 1 + Number(meant.length > 7);
    return typed === meant || (Math.abs(typed.length - meant.length) <= room && slips(typed, meant) <= room);
  };

  /** What was found in texts, by the words that were looked for: goals ask the same again and again. @type {WeakMap<string[], Map<string, boolean>>} */
  const heard = new WeakMap();

  /** Whether a text says one of these words or groups of words. @param {string} text @param {string[]} meanings */
  const says = (text, meanings) => {
    const known = heard.get(meanings) || new Map();
    heard.set(meanings, known);
    if (!known.has(text)) {
      const typed = words(text);
      known.set(text, meanings.some((meaning) => {
        const meant = words(meaning);
        return meant.length > 0 && typed.some((_, n) => meant.every((word, m) => n + m < typed.length && near(typed[n + m], word)));
      }));
    }
    return Boolean(known.get(text));
  };

  /** Returns an address as it is compared. @param {string} text */
  const address = (text) => text.trim().replace(/^<|>$/g, '').replace(/[.\s]+$/, '').toLowerCase();

  /** @param {string} text */
  const isAddress = (text) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address(text));

  /** @param {string} digits @returns {boolean} as cards are numbered */
  const isCard = (digits) => digits.split('').reverse().reduce((sum, digit, n) => {
    const value = Number(digit) * (1 + (n % 2));
    return sum + (value > 9 ? value - 9 : value);
  }, 0) % 10 === 0;

  /** A Belgian national number: its date can be, and its last figures fit or it is written as one. @param {string} text */
  const hasNational = (text) => {
    const form = /(^|[^\d+])(\d\d)([. ]?)(\d\d)[. ]?(\d\d)([- .]?)(\d{3})([. ]?)(\d\d)(?!\d)/g;
    for (let found = form.exec(text); found; found = form.exec(text)) {
      const [, , year, dot, month, day, dash, row, , check] = found;
      const base = Number(year + month + day + row);
      const fits = [base, 2000000000 + base].some((n) => 97 - (n % 97) === Number(check));
      const dated = Number(month) % 20 <= 12 && Number(month) <= 52 && Number(day) <= 31;
      if (dated && (fits || (dot === '.' && dash === '-'))) return true;
      form.lastIndex = found.index + 1;
    }
    return false;
  };

  /** A word with letters, figures and more, as passwords are. @param {string} word */
  const isPassword = (word) => {
    const bare = word.replace(/^[("«]+|[)"».,;:]+$/g, '');
    if (bare.length < 8 || /\.[a-z]{2,4}$|[/_]|.@.+\./i.test(bare) || !/\d/.test(bare)) return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[!?#$%&*+=^~€£@<>|\\]/].filter((kind) => kind.test(bare)).length;
    return kinds > 2 || (kinds > 1 && /[a-z]/i.test(bare) && /[!?#$%&*+=^~€£@<>|\\]/.test(bare));
  };

  /**
   * Says what a text holds that is nobody's business: it is refused, never kept.
   * `labels` are words after which a secret comes: « mot de passe ».
   * @param {string} text @param {string[]} labels @returns {'' | 'number' | 'password'}
   */
  const secret = (text, labels) => {
    if (hasNational(text) || /\bBE\d\d( ?\d{4}){3}\b/i.test(text)) return 'number';
    const cards = text.match(/\b\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}\b/g) || [];
    if (cards.some((card) => isCard(card.replace(/\D/g, '')))) return 'number';
    const named = labels.some((label) => {
      const [before, ...after] = ` ${plain(text.replace(/[:=]/g, ' = '))} `.split(` ${plain(label)} `);
      return before !== undefined && after.some((rest) => /^(est |is |= ?)*\S*\d\S*/.test(rest));
    });
    return named || text.split(/\s+/).some(isPassword) ? 'password' : '';
  };

  return { address, isAddress, near, plain, says, secret, words };
})();
