'use strict';

/** A message as it is read, and its signs as they are looked for. */
class MailboxReading extends MailboxBox {
  reader() {
    const one = /** @type {Mail} */ (SmartCornerMail.mail(this.state, this.state.open));
    const back = this.button('back', 'back', { do: 'close' }, '.mb-back');
    if (one.own) return this.ownMessage(one, back);
    const message = SmartCornerMail.written(this.there, one.id);
    const from = SmartCornerMail.person(this.there, message.from);
    const looking = this.state.look === one.id;
    const others = [...(message.to || []), ...(message.cc || [])].filter((id) => id !== this.there.me && id !== message.from).length;
    const away = one.folder === 'bin' || one.folder === 'junk';
    const deed = (/** @type {string} */ name, /** @type {string} */ more = '') => this.button(name, name, { do: name, message: one.id }, more);
    const own = message.from === this.there.me;
    const doubt = !own && this.there.messages.some((/** @type {any} */ each) => each.suspicious); // else there is nothing to look for
    const keys = looking ? [this.button('looked', 'look', { do: 'look', message: one.id }, '.btn-main.mb-done'), deed('report')] : [
      doubt && deed('look'),
      ...(own || away ? [] : [deed('reply'), others > 0 && deed('reply-all')]),
      ...(away ? [deed('recover'), one.folder === 'junk' && deed('delete')] : [deed('forward'), !own && deed('report'), deed('delete'), deed('unread', '.mb-quiet')]),
    ];
    return simulationPart(`article.mb-pane.mb-read${looking ? '.mb-looking' : ''}`, {},
      simulationPart('div.mb-bar', {}, back),
      looking && simulationPart('p.mb-how', {}, this.phrase('how-look')),
      simulationPart(`h3${looking ? '.vh' : ''}`, { tabindex: -1 }, message.subject),
      looking && simulationPart('div.mb-spot', {}, this.spot(message, 'subject', [simulationPart('b', {}, message.subject)])),
      simulationPart('div.mb-from', {}, this.face(from.name, from), simulationPart('div', {},
        looking ? this.spot(message, 'from', [simulationPart('b', {}, from.name), ` ${from.address}`])
          : simulationPart('p', {}, simulationPart('b', {}, from.name), ' ', simulationPart('span.note', {}, from.address)),
        simulationPart('p.note', {}, [message.date, ...this.receivers(message)].filter(Boolean).join(' · ')))),
      simulationPart('div.mb-text', {}, ...message.body.map((/** @type {any} */ part) => this.paragraph(message, part, looking))),
      this.received(message, looking),
      simulationPart('div.btns.mb-keys', {}, ...keys.filter(Boolean)));
  }

  /** @param {any} message @returns {string[]} who got it */
  receivers(message) {
    const names = (/** @type {string[]} */ ids) => ids.map((id) => (id === this.there.me ? this.phrase('you') : SmartCornerMail.person(this.there, id).name)).join(', ');
    return [['to', message.to && message.to.length ? message.to : [this.there.me]], ['cc', message.cc || []]]
      .filter(([, ids]) => ids.length).map(([field, ids]) => `${this.phrase(field)} : ${names(ids)}`);
  }

  /** @param {any} message @param {any} part @param {boolean} looking */
  paragraph(message, part, looking) {
    const link = part.link && !looking && simulationPart('button.mb-link', { 'data-k': `l-${part.id}`, 'data-deed': JSON.stringify({ do: 'link', message: message.id, part: part.id }), 'data-guard': true }, part.text);
    if (looking) return this.spot(message, part.id, [part.text, part.link && simulationPart('small', {}, this.phrase('part-link', { address: part.link }))]);
    return simulationPart('p', {}, link || part.text);
  }

  /** A part that can be a sign: touched, it says why it is one or not. @param {any} message @param {string} on @param {any[]} inside */
  spot(message, on, inside) {
    const marked = (this.state.marks[message.id] || []).includes(on);
    const sign = (message.signs || []).find((/** @type {any} */ one) => one.part === on);
    const plain = (message.honest || []).find((/** @type {any} */ one) => one.part === on);
    const why = (sign || plain || { why: this.phrase('usual') }).why;
    return simulationPart('div.mb-part', {},
      simulationPart('button.mb-mark', { 'aria-pressed': String(marked), 'data-k': `s-${on}`, 'data-deed': JSON.stringify({ do: 'sign', message: message.id, part: on }), 'data-guard': true }, ...inside),
      marked && simulationPart(`p.mb-why${sign ? '.yes' : '.no'}`, {}, this.piece(sign ? 'is-sign' : 'no-sign'), ` ${why}`));
  }

  /** @param {any} message @param {boolean} looking */
  received(message, looking) {
    const files = (message.attached || []).map((/** @type {string} */ id) => this.there.files.find((/** @type {any} */ one) => one.id === id)).filter(Boolean);
    if (!files.length) return null;
    return simulationPart('ul.mb-files', { 'aria-label': this.phrase('files') }, ...files.map((/** @type {any} */ file) => simulationPart('li', {}, looking ? this.spot(message, file.id, [file.name])
      : simulationPart('button.btn.btn-small', { 'data-k': `o-${file.id}`, 'data-deed': JSON.stringify({ do: 'file', message: message.id, file: file.id }), 'data-guard': true },
        this.piece('paper'), simulationPart('span', {}, `${file.name}, ${this.megabytes(file.megabytes)}`)))));
  }

  /** @param {Mail} one @param {HTMLElement} back */
  ownMessage(one, back) {
    const people = /** @type {{[field: string]: string[]}} */ (one.people);
    const lines = SmartCornerMail.FIELDS.filter((field) => people[field].length)
      .map((field) => simulationPart('p.note', {}, `${this.phrase(field)} : ${people[field].map((at) => this.nameOf(at)).join(', ')}`));
    const me = SmartCornerMail.person(this.there, this.there.me);
    const away = one.folder === 'bin';
    return simulationPart('article.mb-pane.mb-read', {}, simulationPart('div.mb-bar', {}, back),
      simulationPart('h3', { tabindex: -1 }, this.subjectOf(one)),
      simulationPart('div.mb-from', {}, this.face(me.name, me), simulationPart('div', {}, simulationPart('p', {}, simulationPart('b', {}, me.name)), ...lines)),
      simulationPart('div.mb-text', {}, ...(one.text || '').split('\n').filter(Boolean).map((line) => simulationPart('p', {}, line)),
        simulationPart('p', {}, this.there.signature)),
      this.received({ id: one.id, attached: one.files }, false),
      simulationPart('div.btns.mb-keys', {}, away ? this.button('recover', 'recover', { do: 'recover', message: one.id }) : this.button('delete', 'delete', { do: 'delete', message: one.id })));
  }
}
