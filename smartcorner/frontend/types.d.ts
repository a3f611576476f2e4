// What scripts of a page share.

/** What a fact may be: done or not, a number, a short word. */
type FactValue = boolean | number | string;
/** A value and when it was set, in milliseconds. */
type Entry = [any, number];
type Entries = { [id: string]: Entry };
type PartName = 'facts' | 'work' | 'settings';
/** All that is kept of a learner. A greater epoch means: erased since, wins whole. */
type State = { epoch: number; facts: Entries; work: Entries; settings: Entries };
/** What a text held: all of it was read, a piece is lost, or it is of another version. */
type Found = { state: State; fate: 'whole' | 'damaged' | 'foreign' };
type Device = 'own' | 'shared';

/** An operator's presets, from corner.js. */
type Corner = { device: 'own' | 'shared' | 'ask'; idleMinutes: number; baseAddress: string; message: string };
type CornerProblem = { key: string; name: string };

/** What storage.js tells: work changed elsewhere, a setting changed, the visit is over, somebody is here until `due`. */
type News = { kind: 'change' | 'settings' } | { kind: 'gone' } | { kind: 'due'; due: number; answer: boolean };

interface SmartCornerStore {
  readonly state: State;
  readonly device: Device;
  /** Whether somebody has said whose device it is. */
  readonly chosen: boolean;
  /** Whether an operator or the address has fixed it as shared. */
  readonly pinned: boolean;
  put(part: PartName, id: string, value: unknown): void;
  choose(device: Device): void;
  /** Erases all work; with `visit`, every trace of the visit, in all tabs. */
  erase(visit?: boolean): void;
  /** Reads again what is kept, after a pause; says whether it was erased meanwhile. */
  wake(): boolean;
  ask(): void;
  due(): number;
  stay(due: number, tell: boolean): void;
  listen(hear: (news: News) => void): void;
}

interface SmartCornerGlobal {
  /** Begins every key: two sites on one device never mix. */
  site: string;
  /** Whether the address asks for the lesson view. */
  lesson: boolean;
  /** What was clicked since the page came. */
  clicked: WeakSet<EventTarget>;
  corner: Corner;
  cornerProblems: CornerProblem[];
  store: SmartCornerStore;
  /** Fetches a script or a style when it is asked for: a path from the site's root, `*` the page's language. */
  load(path: string): Promise<unknown>;
  /** What of an operator’s address others can use; `local` when in one room only. */
  address(base: string): { base: string; local: boolean };
  /** Laid out, with all that it shows (paper.js). */
  sheet?: Promise<unknown>;
  /** Display size, theme, voice…: kept and erased as the learner's work is. */
  settings: { get(key: string): FactValue | undefined; set(key: string, value: FactValue): void };
}
declare const SmartCorner: SmartCornerGlobal;

/** The library of QR codes, as far as we use it. */
type QrCode = (type: 0, level: 'M') => { addData(text: string): void; make(): void; getModuleCount(): number; isDark(row: number, column: number): boolean };
declare const qrcode: QrCode;

/** An element that shows progress; it says `sc-ready` when it can. */
interface Restorable extends HTMLElement {
  restore(facts: Map<string, FactValue>, work: Map<string, any>, times: Map<string, number>): void;
}

interface Window {
  SmartCorner: SmartCornerGlobal;
  smartcornerCorner?: unknown;
  qrcode?: QrCode;
  /** Adds a language's dialogs, templates and icons, first changed; the build writes the call. */
  smartcornerWords: (html: string, change?: (root: ParentNode) => void) => void;
  /** Makes links that are relative to the running script absolute. */
  smartcornerLinks: (root: ParentNode) => void;
}
