// What the scripts of the lesson view share.

/** A stretch of a lesson; minutes of a group of eight. */
type LessonMoment = { do: 'group' | 'alone' | 'paper' | 'talk' | 'pause'; minutes: number; step?: string; text?: string };
type LessonRows = { normal: number[][]; large: number[][] };
/** What lessons/<id>.<locale>.js holds (smartcorner/pages/lessons.py). */
type LessonData = {
  id: string;
  /** Its place among all modules: step 3 of module 2 is 203. */
  number: number;
  plan: LessonMoment[];
  aims: LessonRows;
  home: LessonRows;
  /** Simulations by id: what a group does together, and the worked answer, line by line. */
  practice: { [id: string]: { title: string; story: string; goals: string[]; worked: string[] } };
  steps: { [id: string]: LessonRows & { notes: string } };
};
/** Where a TV screen begins in a step of the page. */
type LessonMark = { level: number; screen: number; part: number; unit: number; solid: number };

interface LessonScreen {
  /** `write/3`: the third TV screen of a step; `@4`: the fourth moment; `cover`, `plan`, `end`. */
  id: string;
  type: string;
  step: string;
  /** 0 to 3: the size of type that the model chose. */
  level: number;
  /** An element that a kind shows in its own way. */
  whole: HTMLElement | null;
  title: Element | null;
  make: () => HTMLElement[];
  start: number[];
  /** Its place in the plan. */
  moment?: number;
}

/** The keys of a remote, of a clicker and of a keyboard, by what they mean. */
type LessonKey = 'before' | 'next' | 'up' | 'down' | 'ok' | 'back' | 'blank' | 'menu' | 'help' | 'play' | 'digit';

/** What a screen of the TV is made of. */
interface LessonView {
  title: (Node | string)[];
  body: Node[];
  /** The buttons between Retour and Suivant; the first is the one to press next. */
  actions?: HTMLElement[];
  /** What has the focus first; else the first action, else Suivant. */
  focus?: HTMLElement;
  /** Without Retour and Suivant: what covers the lesson for a while. */
  over?: boolean;
  /** An element that needs all the room: no bar, no heading. */
  live?: boolean;
  level?: number;
  /** Takes a key before the lesson does; says whether it did. */
  key?: (key: LessonKey, digit: number) => boolean;
  /** What it tells another window, plain JSON: hands, what is revealed. */
  told?: () => unknown;
  /** Counts hands for another window: which choice, how many more. */
  count?: (n: number, more: number) => void;
  /** Called when another screen comes. */
  leave?: () => void;
}

/** What a kind may use of the lesson; see docs: CONTRIBUTING.md, "A kind in a lesson". */
interface LessonDoor {
  /** What the group did here, kept until the page closes. */
  memory: (id: string) => any;
  /** Shows the screen again after something changed; `focus` says where the focus goes. */
  again: (focus?: string) => void;
  /** Tells other windows that something changed. */
  tell: () => void;
  /** A copy of what stands in a template of the lesson's words. */
  word: (template: string, selector: string) => HTMLElement;
}
/** A line of the trainer's log: a lesson that was given. No field is for anybody's name. */
type LogLine = {
  /** The module and when the lesson began. */
  id: string;
  began: number;
  minutes: number;
  title: string;
  /** « 3 Écrire un e-mail » */
  steps: string[];
  /** Of how many steps. */
  of: number;
  people: number | '';
  remark: string;
};
type LessonKind = (part: HTMLElement, lesson: LessonDoor, screen: LessonScreen) => LessonView;

interface SmartCornerLessonGlobal {
  /** Kinds by the name of their element. */
  kinds: { [element: string]: LessonKind };
  /** Where the lesson stands, plain JSON, for another window. */
  snapshot: () => any;
  act: (deed: { do: string; to?: any }) => void;
}
declare const SmartCornerLesson: SmartCornerLessonGlobal;

interface Window {
  /** The library of « Rejoindre », once it was fetched. */
  SmartCornerLesson: SmartCornerLessonGlobal;
  smartcornerLesson: (data: LessonData) => void;
  smartcornerPresenter: (data: LessonData) => void;
  smartcornerKey: (event: KeyboardEvent) => { key: LessonKey; digit: number } | null;
  smartcornerScreens: (data: LessonData, page: HTMLElement, large: boolean) => LessonScreen[];
}
