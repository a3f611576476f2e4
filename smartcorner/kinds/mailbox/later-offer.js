'use strict';

/** What a mailbox offers to choose from and what it asks, in a dialog. */
class MailboxOffering extends MailboxReading {
  /** @returns {Mail} */
  get draft() { return /** @type {Mail} */ (SmartCornerMail.draft(this.state)); }

  /** @param {'subject' | 'text'} what @returns {any[]} the sentences to choose from */
  sentencesFor(what) {
    return this.there.sentences.filter((/** @type {any} */ one) => (what === 'subject') === (one.means || []).includes('subject'));
  }

  /** @param {any} deed */
  offer(deed) {
    if (deed.open === 'azerty') this.ask(this.phrase('ask-keyboard'), this.piece('azerty'));
    else if (deed.open === 'people') this.offerPeople(deed.field);
    else if (deed.open === 'files') this.offerFiles();
    else this.offerSentences(deed.open);
  }

  /** A line to choose in a dialog. @param {any} deed @param {string} title @param {string} [more] @param {boolean} [chosen] */
  choice(deed, title, more, chosen) {
    return simulationPart('li', {}, simulationPart('button.mb-choice', {
      'data-k': `c-${title}`, 'data-deed': JSON.stringify(deed), 'data-guard': true, 'aria-pressed': chosen === undefined ? null : String(chosen),
    }, simulationPart('b', {}, title), more && simulationPart('span.note', {}, more)));
  }

  /** @param {string} field */
  offerPeople(field) {
    const strangers = this.there.messages.filter((/** @type {any} */ one) => one.suspicious).map((/** @type {any} */ one) => one.from);
    const people = this.there.people.filter((/** @type {any} */ one) => one.id !== this.there.me && !strangers.includes(one.id));
    this.ask(this.phrase('ask-people'), simulationPart('ul.mb-choices', {}, ...people.map((/** @type {any} */ one) => this.choice({ do: 'add', field, person: one.id }, one.name, [one.role, one.address].filter(Boolean).join(' · ')))));
  }

  offerFiles() {
    const theirs = this.there.messages.reduce((/** @type {string[]} */ all, /** @type {any} */ one) => all.concat(one.attached || []), []);
    this.ask(this.phrase('ask-files'), simulationPart('ul.mb-choices', {}, ...this.there.files.filter((/** @type {any} */ one) => !theirs.includes(one.id))
      .map((/** @type {any} */ one) => this.choice({ do: 'attach', file: one.id }, one.name, `${one.shows} · ${this.megabytes(one.megabytes)}`))));
  }

  /** @param {string} what */
  offerSentences(what) {
    const subject = what === 'subjects';
    const text = (this.draft[subject ? 'subject' : 'text'] || '').split('\n');
    const lines = this.sentencesFor(subject ? 'subject' : 'text').map((one) => this.choice({ do: 'sentence', sentence: one.id }, one.text, '', subject ? undefined : text.includes(one.text)));
    this.ask(this.phrase(`ask-${what}`), ...(subject ? [] : [simulationPart('p', {}, this.phrase('how-sentences'))]), simulationPart('ul.mb-choices', {}, ...lines),
      ...(subject ? [] : [simulationPart('div.btns', {}, simulationPart('button.btn.btn-main', { 'data-close': true, 'data-guard': true }, ...Array.from(this.piece('done').childNodes)))]));
  }

  question() {
    const { ask, file, open } = this.state;
    const held = this.there.files.find((/** @type {any} */ one) => one.id === file);
    const message = SmartCornerMail.written(this.there, open);
    const link = message && message.body.find((/** @type {any} */ part) => part.link);
    const words = { file: held && held.name, n: held && String(held.megabytes), limit: this.there.limit || 10, address: link && link.link };
    const fine = this.button(ask === 'link' || ask === 'size' ? 'understood' : 'back-to', 'fine', { do: 'fine' }, ask === 'attachment' ? '' : '.btn-main');
    const anyway = this.button('anyway', 'anyway', { do: 'send', anyway: true });
    const keys = { attachment: [this.button('attach', 'attach-now', { open: 'files' }, '.btn-main'), anyway], subject: [fine, anyway], address: [fine], nobody: [fine] }[ask] || [fine];
    const said = ask === 'file' ? [simulationPart('p', {}, simulationPart('b', {}, held.name)), simulationPart('p', {}, held.shows)] : [simulationPart('p', {}, this.phrase(`ask-${ask}`, words))];
    this.ask(this.phrase(`title-${ask}`), ...said, simulationPart('div.btns', {}, ...keys));
  }

  closed() {
    if (this.state.ask) this.act({ do: 'fine' }, { hush: true });
    super.closed();
  }

  /** Whether a text holds what stays secret; it is said, and kept nowhere. @param {string} text */
  refused(text) {
    const why = SmartCornerText.secret(text, (this.there.words && this.there.words.secret) || []);
    if (why) this.ask(this.phrase('title-secret'), simulationPart('p', {}, this.phrase(`t-${why}`)), simulationPart('div.btns', {}, simulationPart('button.btn.btn-main', { 'data-close': true, 'data-guard': true }, ...Array.from(this.piece('understood').childNodes))));
    return Boolean(why);
  }
}
