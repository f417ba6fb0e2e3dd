const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHARACTERS = '10X98765432';

/** The check character of 17 digits by ISO 7064 MOD 11-2, as GB 11643 uses it. */
export function checkCharacter(seventeen: string): string {
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i += 1) sum += WEIGHTS[i]! * (seventeen.charCodeAt(i) - 48);
  return CHARACTERS.charAt(sum % 11);
}
