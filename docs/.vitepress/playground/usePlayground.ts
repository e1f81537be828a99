import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from "vue";
import { type Answer, answer, type Reactions, reactions } from "./answers";
import { defaultState, type PlaygroundState, readState, writeState } from "./state";

/** What a refused scenario says: the sentence of the package's error, and its code. */
const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The state of the page, in step with its address, and the answers to it: once a frame, the last state only. What is counted
 * is painted first; what is solved follows in a task of its own, so that the slider never waits for it.
 */
export function usePlayground() {
  const state = shallowRef<PlaygroundState>(defaultState);
  // The article's scenario stands in the page as it is built: its numbers are read before anything runs.
  const answers = shallowRef<Answer>(answer(defaultState));
  const reacted = shallowRef<Reactions>();
  const problem = ref("");
  const told = ref("");
  let answered = defaultState;
  let frame = 0;
  let later: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  function work(): void {
    frame = 0;
    try {
      answers.value = answer(state.value);
      answered = state.value;
      problem.value = "";
      // One that waits already takes the last state: under a moving slider it must not be put off for ever.
      later ??= setTimeout(react);
    } catch (error) {
      problem.value = sayError(error);
    }
    clearTimeout(quiet);
    // Told once the slider rests, not at each step of it.
    quiet = setTimeout(() => {
      const words = writeState(state.value);
      history.replaceState(null, "", words === "" ? location.pathname : `#${words}`);
      told.value = problem.value || `Worked out: ${answers.value.scenario.title}.`;
    }, 400);
  }

  function react(): void {
    later = undefined;
    try {
      reacted.value = reactions(state.value, answers.value.scenario);
    } catch (error) {
      problem.value = sayError(error);
    }
  }

  function change(part: Partial<PlaygroundState>): void {
    state.value = { ...state.value, ...part };
    if (frame === 0) frame = requestAnimationFrame(work);
  }

  function readAddress(): void {
    const read = readState(location.hash);
    // What the page was built with needs no second look.
    const isKnown = answered === read.state;
    state.value = read.state;
    if (isKnown) later ??= setTimeout(react);
    else work();
    if (read.problem !== "") problem.value = read.problem;
  }

  onMounted(() => {
    readAddress();
    document.documentElement.classList.remove("asked");
    addEventListener("hashchange", readAddress);
  });
  onBeforeUnmount(() => {
    removeEventListener("hashchange", readAddress);
    cancelAnimationFrame(frame);
    clearTimeout(later);
    clearTimeout(quiet);
  });

  return { state: computed(() => state.value), answers, reacted, problem, told, change };
}
