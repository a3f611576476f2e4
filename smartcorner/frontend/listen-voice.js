'use strict';

/** @param {string} tag a locale such as fr-BE, or fr_BE on Android */
const listenBase = (tag) => tag.toLowerCase().split(/[-_]/)[0];

/** @param {string} lang */
const listenVoices = (lang) => (window.speechSynthesis ? speechSynthesis.getVoices() : [])
  .filter((voice) => voice.localService === true && listenBase(voice.lang) === lang)
  .sort((one, other) => Number(other.default) - Number(one.default));

/**
 * The voice that the learner has heard, if the device still has it.
 * @param {string} lang
 */
const listenHeard = (lang) => listenVoices(lang).find((voice) => voice.voiceURI === SmartCorner.settings.get(`voice-${lang}`));

/** One text at a time, said by one voice; what an earlier one reports late is not listened to. */
class ListenVoice {
  constructor() {
    this.turn = 0;
    this.timer = 0;
    this.rate = 1;
    /** @type {SpeechSynthesisUtterance | null} kept: Chromium forgets the end of one that nobody holds */
    this.saying = null;
  }

  /**
   * @param {string} text
   * @param {SpeechSynthesisVoice} voice
   * @param {{end?: () => void, lost?: () => void, word?: (at: number) => void}} [then] what follows its
   *   end, an error or a long silence, and each word where the voice says where it is
   */
  say(text, voice, then = {}) {
    this.stop();
    const { turn } = this;
    /** @param {((at: number) => void) | undefined} action */
    const now = (action, at = 0) => turn === this.turn && action && action(at);
    /** @param {number} milliseconds how long it may be silent before it counts as lost */
    const wait = (milliseconds) => now(() => this.after(milliseconds, () => now(then.lost)));
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = this.rate;
    said.onstart = () => wait(5000 + text.length * 250);
    said.onboundary = ({ name, charIndex }) => name === 'word' && now(then.word, charIndex);
    said.onend = () => now(then.end);
    said.onerror = () => now(then.lost);
    wait(5000);
    this.saying = said;
    speechSynthesis.resume(); // another page may have left it paused
    speechSynthesis.speak(said);
  }

  /**
   * One alarm at a time, ended by stop().
   * @param {number} milliseconds
   * @param {() => void} action
   */
  after(milliseconds, action) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(action, milliseconds);
  }

  stop() {
    this.turn += 1;
    clearTimeout(this.timer);
    if (this.saying) speechSynthesis.cancel();
    this.saying = null;
  }
}
