// What simulations are made of: the engine (simulation.js), the rules of kinds, their pages.

type SimPlain = null | boolean | number | string | SimPlain[] | { [key: string]: any };
/** What a person does, or what an event does: `do` and its arguments. */
type SimAction = { do: string; [argument: string]: any };
/** A mapping with one key: a word that all kinds share, or a test of the kind. */
type SimCondition = { [test: string]: any };
/** A state of a world: plain JSON, never changed once it is made. */
type SimState = any;
/** The things of a story by collection, each with an id: people, messages… */
type SimWorld = { id: string; [collection: string]: any };

type SimGoal = { id: string; text: string; hint: string; when: SimCondition };
type SimEvent = { when?: SimCondition; after?: number; do: SimAction };
type SimWorked = { action: SimAction; say: string; optional?: boolean };
type SimFeedback = { id: string; text: string; when?: SimCondition; now?: boolean };
type SimSet = any[] | { take: number; of: any[] };

/** An exercise as it is written, in one language; once drawn, with its world. */
type SimExercise = {
  kind: string;
  id: string;
  world: any;
  with?: { [collection: string]: string[] };
  draw?: { [name: string]: SimSet };
  goals: SimGoal[];
  events?: SimEvent[];
  worked: SimWorked[];
  feedback?: SimFeedback[];
  seed?: number;
  [more: string]: any;
};

/** A moment: what was done, the state after it and its consequences, and what each event waits for. */
type SimMoment = { action: SimAction | null; state: SimState; waits: number[]; events: number[] };
type SimSession = {
  seed: number;
  exercise: SimExercise;
  trail: SimMoment[];
  readonly history: SimAction[];
  readonly state: SimState;
};
/** What is left to do: take back so many actions, then do these. */
type SimPlan = { undo: number; actions: { index: number; action: SimAction }[] };
type SimStep = { undo: number } | { index: number; action: SimAction; say: string };
/** What is kept of an exercise under way; helped: whether a step was shown in it. */
type SimWork = { seed: number; actions: SimAction[]; helped: boolean };

/** What a kind says of its world: all of it pure. */
type SimRules = {
  start(exercise: SimExercise): SimState;
  /** An action that is impossible gives the same state back. */
  act(state: SimState, action: SimAction, world: SimWorld): SimState;
  /** What an event does. */
  happen?(state: SimState, deed: SimAction, world: SimWorld): SimState;
  /** Sensible actions from here, for players who wander. */
  moves(state: SimState, world: SimWorld): SimAction[];
  tests: { [name: string]: (state: SimState, args: any, world: SimWorld, trail: SimMoment[]) => boolean };
  /** An action of a worked answer that stands for several. */
  expand?(action: SimAction, world: SimWorld): SimAction[];
};
