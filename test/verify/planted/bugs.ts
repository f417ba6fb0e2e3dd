/**
 * A bug to plant: in one file of the source, one text that occurs once, and what stands there instead. All are planted in
 * one build, and each sleeps until `planted` says its name.
 */
export interface Bug {
  readonly id: string;
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The fourteen ways of losing somebody in silence: ten of readers and matching, an edge of work, two of writing, a floor. */
export const BUGS: readonly Bug[] = [
  {
    id: 'lastRow',
    what: 'the reader drops the last row',
    file: 'src/batch/read/text/csv.ts',
    find: 'rows.length = end;',
    replace: "rows.length = planted('lastRow') ? end - 1 : end;",
  },
  {
    id: 'swallowed',
    what: 'the reader swallows a row that it cannot read',
    file: 'src/batch/source/list.ts',
    find: "if (row.kind !== 'data') continue;",
    replace: "if (row.kind !== 'data' || (planted('swallowed') && row.cells.length === 0)) continue;",
  },
  {
    id: 'smallXInList',
    what: 'no case fold of x, in lists',
    file: 'src/reconcile/open-reconciliation.ts',
    find: 'readNumbers(entry, policy.asOf)',
    replace:
      "readNumbers(planted('smallXInList') ? { ...entry, id: entry.id.replace(/x/g, '#') } : entry, policy.asOf)",
  },
  {
    id: 'smallXInRoster',
    what: 'no case fold of x, in the roster',
    file: 'src/reconcile/search/roster-index.ts',
    find: 'readNumbers(person, asOf)',
    replace:
      "readNumbers(planted('smallXInRoster') ? { ...person, id: person.id.replace(/x/g, '#') } : person, asOf)",
  },
  {
    id: 'noTrim',
    what: 'blanks around an ID stay',
    file: 'src/roster/identifier-text.ts',
    find: "step('whitespace', text.replace(WHITESPACE, ''));",
    replace: "step('whitespace', planted('noTrim') ? text : text.replace(WHITESPACE, ''));",
  },
  {
    id: 'coerced',
    what: 'an ID becomes a number on its way',
    file: 'src/batch/source/list.ts',
    find: 'id: text(columns.id),',
    replace:
      "id: planted('coerced') && /^[0-9]{18}$/.test(text(columns.id)) ? String(Number(text(columns.id))) : text(columns.id),",
  },
  {
    id: 'bothRepeats',
    what: 'of two rows about one student both are dropped',
    file: 'src/reconcile/duplicates.ts',
    find: '      if (i !== kept)\n        repeats(',
    replace: "      if (i !== kept || planted('bothRepeats'))\n        repeats(",
  },
  {
    id: 'bytesOfNames',
    what: 'names must be equal byte for byte',
    file: 'src/reconcile/key-match.ts',
    find: 'sure && roster.names.nameOf[row] === own)',
    replace:
      "sure && roster.names.nameOf[row] === own && (!planted('bytesOfNames') || roster.names.formsOf(own).text === reading.name.text))",
  },
  {
    id: 'stage',
    what: 'one stage is left out of matching',
    file: 'src/batch/run/match.ts',
    find: 'reconcileEach(roster.people,',
    replace:
      "reconcileEach([...roster.people].filter((one) => !(planted('stage') && one.school.startsWith('11'))),",
  },
  {
    id: 'edge',
    what: 'the last of every hundred students is skipped',
    file: 'src/batch/run/match.ts',
    find: 'const categories = reconciliation.categories.get(student.key) ?? [];',
    replace:
      "const categories = planted('edge') && assembled.students.indexOf(student) % 100 === 99 ? [] : (reconciliation.categories.get(student.key) ?? []);",
  },
  {
    id: 'overwritten',
    what: "one list's word is overwritten by the next",
    file: 'src/reconcile/category-status.ts',
    find: 'const said = voices.itemsOf(student).map(',
    replace: "const said = voices.itemsOf(student).slice(planted('overwritten') ? -1 : 0).map(",
  },
  {
    id: 'writerSkips',
    what: 'the writer skips what it cannot write',
    file: 'src/batch/run/run-files.ts',
    find: 'this.determinations.write(determinationLine(determination));',
    replace:
      "if (!(planted('writerSkips') && determination.open !== undefined)) this.determinations.write(determinationLine(determination));",
  },
  {
    id: 'floor',
    what: 'floors are not applied in one stage',
    file: 'src/batch/run/run-job.ts',
    find: 'const determination = determine(plan, student);',
    replace: `const said = determine(plan, student);
    const tier = said.recommended?.scoreTier ?? 'not_recognised';
    const { recommended, open } = said;
    const determination =
      !planted('floor') || student.enrolments[0]?.stage !== 'vocational'
        ? said
        : {
            ...said,
            ...(recommended === undefined ? {} : { recommended: { ...recommended, tier } }),
            ...(open === undefined ? {} : { open: { ...open, tiers: [...open.tiers, 'not_recognised'] } }),
          };`,
  },
  {
    id: 'truncated',
    what: 'the end of the output is cut off',
    file: 'src/batch/run/store.ts',
    find: "if (this.pending === '') return;",
    replace: `if (planted('truncated') && this.pending.includes('"outcome":'))
      this.pending = this.pending.replace(/.*\\n.*\\n$/, '');
    if (this.pending === '') return;`,
  },
];

/** The run is looked at even where its books do not balance, so that every detector is seen by itself. */
export const PUBLISHES_ANYWAY: Omit<Bug, 'id' | 'what'> = {
  file: 'src/batch/run/run-job.ts',
  find: 'if (broken.length > 0) {',
  replace: 'if (broken.length > 1_000_000) {',
};
