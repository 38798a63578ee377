/** Letters and digits that are not taken for one another: no I, L, O, U, 0 or 1. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 24;
const GROUP = 4;

/** A code to note on paper: twenty-four signs of thirty, 117 bits, in groups of four; with 112 a plain hash is enough to keep it. */
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
