import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page's script has taken over: until then, and for ever without one, a button of its own would answer nothing. */
export function useScriptRuns(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
