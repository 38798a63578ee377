export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks again and again until the answer is yes; false when the time is up. */
export async function until(
  answer: () => boolean | Promise<boolean>,
  milliseconds: number,
  pause = 25,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!(await answer())) {
    if (Date.now() >= end) return false;
    await wait(pause);
  }
  return true;
}

/** Settles with the promise, or fails with this sentence when it takes longer. */
export async function within<T>(
  milliseconds: number,
  promise: Promise<T>,
  sentence: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
