'use strict';

/** A draft as it is written: people, subject, text, files, and the button that comes next. */
class MailboxWriting extends MailboxOffering {
  editor() {
    const one = this.draft;
    const title = one.answers ? 'answer' : (one.forwards ? 'passing-on' : 'new-message');
    const people = /** @type {{[field: string]: string[]}} */ (one.people);
    const copies = this.copies || people.cc.length > 0 || people.bcc.length > 0;
    const answered = one.answers || one.forwards;
    return simulationPart('div.mb-pane.mb-write', {},
      simulationPart('div.mb-bar', {}, this.button('back', 'back', { do: 'close' }, '.mb-back'), this.button('send', 'send-top', { do: 'send' }, '.mb-send-top')),
      simulationPart('h3', { tabindex: -1 }, this.phrase(title)),
      this.receiversField('to', people.to, !copies),
      ...(copies ? [this.receiversField('cc', people.cc), this.receiversField('bcc', people.bcc)] : []),
      simulationPart('div.mb-line', {}, this.field('subject', 'subject', this.phrase('subject'), one.prefix ? this.subjectOf(one) : one.subject || ''),
        !answered && this.sentencesFor('subject').length > 0 && simulationPart('div.btns', {}, this.button('subjects', 'subjects', { open: 'subjects' }))),
      simulationPart('div.mb-line', {}, this.field('text', 'text', this.phrase('text'), one.text || ''),
        simulationPart('div.btns', {}, this.sentencesFor('text').length > 0 && this.button('sentences', 'sentences', { open: 'sentences' }), this.button('attach', 'attach', { open: 'files' }))),
      this.joined(one),
      simulationPart('p.mb-sign', {}, simulationPart('span.vh', {}, `${this.phrase('signature')} : `), this.there.signature),
      answered ? this.quoted(answered) : null,
      simulationPart('div.btns.mb-keys', {}, this.button('send', 'send', { do: 'send' }, '.mb-send'), this.button('discard', 'discard', { do: 'discard' })),
      this.piece('saved'));
  }

  /** @param {string} field @param {string[]} addresses @param {boolean} [more] whether copies are offered */
  receiversField(field, addresses, more) {
    const chip = (/** @type {string} */ address) => simulationPart('li', {}, simulationPart('button.mb-chip', {
      'data-k': `x-${field}-${address}`, 'data-deed': JSON.stringify({ do: 'remove', field, address }), 'data-guard': true,
      'aria-label': this.phrase('take-out', { name: this.nameOf(address) }), 'data-odd': !SmartCornerText.isAddress(address),
    }, simulationPart('span', {}, this.nameOf(address)), this.piece('close')));
    const copies = more && this.button('copies', 'copies', { open: 'copies' }, '.mb-quiet');
    if (addresses.length && this.unfolded !== field) { // filled in: no empty field that asks for more
      return simulationPart('div.mb-line', {}, simulationPart('p.mb-label', {}, this.phrase(field)),
        simulationPart('ul.mb-chips', { 'aria-label': this.phrase(field) }, ...addresses.map(chip)),
        simulationPart('div.btns', {}, this.button('more-people', `more-${field}`, { open: 'unfold', field }, '.mb-quiet'), copies));
    }
    const why = field === 'to' ? null : simulationPart('p.note', {}, this.phrase(`${field}-why`));
    return simulationPart('div.mb-line', {}, simulationPart('div.mb-to', {}, this.field(field, field, this.phrase(field), ''),
      simulationPart('button.btn.btn-small.mb-at', { 'data-k': `at-${field}`, 'data-deed': JSON.stringify({ at: field }) }, '@')), why,
    addresses.length > 0 && simulationPart('ul.mb-chips', {}, ...addresses.map(chip)),
    simulationPart('div.btns', {}, this.button('insert', `in-${field}`, { take: field }, '.mb-in'), this.button('people', `people-${field}`, { open: 'people', field }),
      field === 'to' && this.button('keyboard', 'keys-to', { open: 'azerty' }, '.mb-quiet'),
      copies));
  }

  /** @param {Mail} one */
  joined(one) {
    const files = (one.files || []).map((id) => this.there.files.find((/** @type {any} */ file) => file.id === id)).filter(Boolean);
    if (!files.length) return null;
    return simulationPart('ul.mb-chips', { 'aria-label': this.phrase('files') }, ...files.map((/** @type {any} */ file) => simulationPart('li', {}, simulationPart('button.mb-chip', {
      'data-k': `d-${file.id}`, 'data-deed': JSON.stringify({ do: 'detach', file: file.id }), 'data-guard': true, 'aria-label': this.phrase('take-out', { name: file.name }),
    }, this.piece('clip'), simulationPart('span', {}, file.name), this.piece('close')))));
  }

  /** @param {string} id */
  quoted(id) {
    const message = SmartCornerMail.written(this.there, id);
    const name = SmartCornerMail.person(this.there, message.from).name;
    return simulationPart('blockquote.mb-quote', {}, simulationPart('p.note', {}, this.phrase('wrote', { name })), ...message.body.map((/** @type {any} */ part) => simulationPart('p', {}, part.text)));
  }

  weigh() {
    for (const one of Array.from(this.querySelectorAll('.sim-tool .btn-main:not(.mb-done)'))) one.classList.remove('btn-main');
    const yellow = (/** @type {string[]} */ ...keys) => keys.some((key) => {
      const found = this.one(`.sim-tool [data-k="${key}"]`);
      if (found) found.classList.add('btn-main');
      return found;
    });
    const { session, state, stage } = this;
    if (SmartCornerSimulation.solved(session)) return;
    const { people, text, subject } = this.draft || {};
    const send = () => { yellow('send'); yellow('send-top'); }; // one of them shows
    if (people && !people.to.length) yellow('people-to');
    else if (people && !(subject || '').trim() && yellow('subjects')) return;
    else if (people && !(text || '').trim() && yellow('sentences')) return;
    else if (session.exercise.help === 'alone') {
      if (people) send();
      else if (!state.open) yellow('compose');
    } else if (!state.look && stage === 'play') {
      const step = SmartCornerSimulation.next(session);
      const read = SmartCornerMail.written(this.there, state.open);
      // Who gets an answer answers it.
      if (step && 'action' in step && step.action.do === 'compose' && read && read.later && yellow('reply')) return;
      const next = step && 'action' in step && this.control(step.action);
      if (next && next.classList.contains('btn')) next.classList.add('btn-main');
      else if (people) send();
    }
  }
}
