/** Both sides of an equation of the books. Amounts of money are integer texts, because they may pass a safe integer. */
export interface Balance {
  readonly id: string;
  readonly left: number | string;
  readonly right: number | string;
  readonly holds: boolean;
}

export function balance(id: string, left: number | string, right: number | string): Balance {
  return { id, left, right, holds: left === right };
}
