/** Letters and digits that are not taken for one another: no I, L, O, U, 0 or 1. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
const GROUP = 4;

/** A code to note on paper: sixteen signs of thirty, 78 bits, in groups of four. */
export function newRecoveryCode(randomBelow: (bound: number) => number): string {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomBelow(ALPHABET.length)]);
  return signs.join("").replace(new RegExp(`.{${GROUP}}(?=.)`, "g"), "$&-");
}

/** One spelling whatever was typed; undefined for what cannot be a code. */
export function readRecoveryCode(text: string): string | undefined {
  const signs = text.slice(0, 100).toUpperCase().replace(/[\s-]/g, "");
  if (signs.length !== LENGTH || [...signs].some((sign) => !ALPHABET.includes(sign)))
    return undefined;
  return signs.replace(new RegExp(`.{${GROUP}}(?=.)`, "g"), "$&-");
}
