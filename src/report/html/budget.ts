/** What may still be embedded, so that a report stays a file that a browser opens at once. */
export interface Budget {
  /** The text when there is room for it, else null; from then on `exceeded` is true. */
  take(text: string): string | null;
  readonly exceeded: boolean;
}

export function createBudget(characters: number): Budget {
  let left = characters;
  let exceeded = false;
  return {
    take(text) {
      if (text.length > left) {
        exceeded = true;
        return null;
      }
      left -= text.length;
      return text;
    },
    get exceeded() {
      return exceeded;
    },
  };
}
