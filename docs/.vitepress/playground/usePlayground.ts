import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from "vue";
import { type Answer, answer, type Reactions, reactions } from "./answers";
import { defaultState, holdsState, type PlaygroundState, readState, writeState } from "./state";

/** What a refused scenario says: the sentence of the package's error, and its code. */
export const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The state of the page, in step with its address, and the answers to it: in the task of the move itself, the last state only,
 * because a browser hands out the moves of a pointer once a frame and waiting for the next would lose one. What is counted is
 * painted first; what is solved follows in a task of its own, so that the slider never waits for it.
 */
export function usePlayground() {
  const state = shallowRef<PlaygroundState>(defaultState);
  // The article's scenario stands in the page as it is built: its numbers are read before anything runs.
  const answers = shallowRef<Answer>(answer(defaultState));
  const reacted = shallowRef<Reactions>();
  const problem = ref("");
  const told = ref("");
  let answered = defaultState;
  let isAsked = false;
  let isSolving = false;
  let painted = 0;
  let later: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  function work(): void {
    isAsked = false;
    try {
      answers.value = answer(state.value);
      answered = state.value;
      problem.value = "";
      solveAfterPaint();
    } catch (error) {
      // What is read beside a refusal is said to be of another scenario.
      const refused = error instanceof SyntaxError ? `This is not JSON: ${error.message}.` : sayError(error);
      problem.value = `${refused} The numbers below are those of "${answers.value.scenario.title}".`;
      if (reacted.value === undefined) solveAfterPaint();
    }
    clearTimeout(quiet);
    // Told once the slider rests, not at each step of it.
    quiet = setTimeout(() => {
      writeAddress();
      told.value = problem.value || `Worked out: ${answers.value.scenario.title}.`;
    }, 400);
  }

  function writeAddress(): void {
    const words = writeState(state.value);
    const address = words === "" ? `${location.pathname}${location.search}` : `#${words}`;
    history.replaceState(history.state, "", address);
  }

  function solveAfterPaint(): void {
    // One that waits already takes the last state: under a moving slider it must not be put off for ever.
    if (isSolving) return;
    isSolving = true;
    painted = requestAnimationFrame(() => {
      later = setTimeout(react);
    });
  }

  function react(): void {
    isSolving = false;
    try {
      reacted.value = reactions(answered, answers.value.scenario);
    } catch (error) {
      // No number at all: what stood here belongs to the scenario before.
      reacted.value = undefined;
      problem.value = sayError(error);
    }
  }

  function change(part: Partial<PlaygroundState>): void {
    state.value = { ...state.value, ...part };
    if (isAsked) return;
    isAsked = true;
    queueMicrotask(work);
  }

  function readAddress(): void {
    const read = readState(location.hash);
    // What the page was built with needs no second look.
    const isKnown = answered === read.state;
    state.value = read.state;
    if (isKnown) solveAfterPaint();
    else work();
    if (read.problem !== "") problem.value = read.problem;
  }

  /** "Skip to content" and links to headings write their own address: the state stays, and stands in it again. */
  function followAddress(): void {
    if (location.hash !== "" && !holdsState(location.hash)) writeAddress();
    else readAddress();
  }

  onMounted(() => {
    readAddress();
    document.documentElement.classList.remove("asked", "late");
    document.documentElement.classList.add("heard");
    addEventListener("hashchange", followAddress);
  });
  onBeforeUnmount(() => {
    removeEventListener("hashchange", followAddress);
    cancelAnimationFrame(painted);
    clearTimeout(later);
    clearTimeout(quiet);
  });

  return { state: computed(() => state.value), answers, reacted, problem, told, change };
}
