/** A text for people. Plain text in a rule file is Chinese. */
export interface Words {
  readonly zh: string;
  readonly en?: string;
}

/** Where in which source a rule stands, and when somebody last checked it. */
export interface SourceNote {
  readonly in: string;
  readonly at?: string;
  readonly checked?: string;
}
