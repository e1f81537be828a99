import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from "vue";
import { type Answers, answer } from "./answers";
import { defaultState, type PlaygroundState, readState, writeState } from "./state";

/** What a refused scenario says: the sentence of the package's error, and its code. */
const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The state of the page, in step with its address, and the answers to it: once a frame, the last state only. */
export function usePlayground() {
  const state = shallowRef<PlaygroundState>(defaultState);
  const answers = shallowRef<Answers>();
  const problem = ref("");
  const told = ref("");
  let frame = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  function work(): void {
    frame = 0;
    try {
      answers.value = answer(state.value);
      problem.value = "";
    } catch (error) {
      problem.value = sayError(error);
    }
    clearTimeout(quiet);
    // Told once the slider rests, not at each step of it.
    quiet = setTimeout(() => {
      const words = writeState(state.value);
      history.replaceState(null, "", words === "" ? location.pathname : `#${words}`);
      told.value = problem.value || `Worked out: ${answers.value?.scenario.title ?? ""}.`;
    }, 400);
  }

  function change(part: Partial<PlaygroundState>): void {
    state.value = { ...state.value, ...part };
    if (frame === 0) frame = requestAnimationFrame(work);
  }

  function readAddress(): void {
    const read = readState(location.hash);
    state.value = read.state;
    work();
    if (read.problem !== "") problem.value = read.problem;
  }

  onMounted(() => {
    readAddress();
    addEventListener("hashchange", readAddress);
  });
  onBeforeUnmount(() => {
    removeEventListener("hashchange", readAddress);
    cancelAnimationFrame(frame);
    clearTimeout(quiet);
  });

  return { state: computed(() => state.value), answers, problem, told, change };
}
