import { type Exact, exact } from '../../value/index.js';
import { type CheckedPart, extentOf } from '../constructs/index.js';
import type { RuleDocument } from '../document.js';
import type { Expression, Meaning } from '../formula/index.js';
import { own } from '../own.js';
import type { LinkedCategory, LinkedRoute, LinkedVeto } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { linkCategory } from './category.js';
import { Checker } from './checker.js';
import { spread } from './extent.js';
import { linkFigure, type SettledFigure } from './figure.js';
import { meaningOf, memberNames } from './meaning.js';
import { Naming } from './naming.js';
import { sorted } from './order.js';
import { linkRoute, withRoutes } from './route.js';
import { POINTS, TIER } from './tier-choice.js';
import { linkTiers, type SettledTiers } from './tiers.js';
import { linkVeto } from './veto.js';

/**
 * What names mean while a file is being linked. What has formulas (figures, categories, score, tiers, `only_if` of
 * facts) is checked when it is first asked for, once; one that needs itself is a circle and is named with its loop.
 */
export class Linker extends Naming {
  readonly onlyIfs = new Map<string, Expression>();
  readonly figures = new Map<string, SettledFigure>();
  readonly categories = new Map<string, LinkedCategory>();
  readonly vetoes = new Map<string, LinkedVeto>();
  score: CheckedPart | null = null;
  routes: readonly LinkedRoute[] = [];
  tiers: SettledTiers = { tiers: [], tierOf: null };

  meaning(id: string): Meaning | 'unknown' | 'broken' {
    return meaningOf(this, id);
  }

  // --- what blocks ask ----------------------------------------------------------------------------------------------

  /** Formulas and constructs; inside a figure for each member of people, with the attributes of that member. */
  checker(member?: string): Checker {
    return new Checker(this, member === undefined ? this : memberNames(this, member));
  }

  /** The number of a tier, or `null` with the issue that there is none of that name. */
  tierIndex(tier: string, path: Path): number | null {
    if (this.document.tiers.length === 0) return this.refuse('rules.withoutTiers', path);
    const options = this.options(TIER);
    const index = options.indexOf(tier);
    if (index > 0) return index;
    // Who is lifted is lifted to a tier.
    const known = index === 0 ? options.slice(1) : options;
    return this.unknown('rules.unknownOption', path, 'option', tier, known, {
      choice: TIER,
      options: known.join(', '),
    });
  }

  /** Points of categories, in order of ids. Issues: `rules.unknownName`, `rules.categoryWithoutPoints`. */
  categoryPoints(
    ids: readonly string[] | undefined,
    path: Path,
  ): readonly (readonly [string, Exact])[] | null {
    const all = this.document.categories;
    const some = ids ?? Object.keys(all).filter((id) => all[id]?.points !== undefined);
    if (some.length === 0) return this.refuse('rules.categoryWithoutPoints', path);
    const points: (readonly [string, Exact])[] = [];
    for (const id of [...some].sort()) {
      const category = own(all, id);
      const at: Path = ids === undefined ? path : [...path, id];
      if (category === undefined) this.unknown('rules.unknownName', at, 'name', id, Object.keys(all));
      else if (category.points === undefined)
        this.refuse('rules.categoryWithoutPoints', at, { category: id });
      else if (this.settleCategory(id)) points.push([id, this.categories.get(id)?.points as Exact]);
    }
    return points.length < some.length ? null : points;
  }

  // --- what is checked when it is asked for -------------------------------------------------------------------------

  /** The formula that says where a fact does not exist. */
  settleFact(id: string): boolean {
    const text = own(this.document.facts, id)?.only_if;
    if (text === undefined) return this.facts.has(id);
    return this.settle(`facts ${id}`, () => {
      const onlyIf = this.checker().condition(text, ['facts', id, 'only_if']);
      if (onlyIf !== null) this.onlyIfs.set(id, onlyIf);
      return onlyIf !== null && this.facts.has(id);
    });
  }

  settleFigure(id: string): boolean {
    return this.settle(`figures ${id}`, () => {
      const figure = linkFigure(this, id, this.document.figures[id] as RuleDocument['figures'][string]);
      if (figure !== null) this.figures.set(id, figure);
      return figure !== null;
    });
  }

  settleCategory(id: string): boolean {
    return this.settle(`categories ${id}`, () => {
      const category = linkCategory(
        this,
        id,
        this.document.categories[id] as RuleDocument['categories'][string],
      );
      if (category !== null) this.categories.set(id, category);
      return category !== null;
    });
  }

  /** The score needs its parts, its routes and the vetoes that set it to zero; `part`: the one that is asked for. */
  settleScore(part?: string): boolean {
    const { score, routes } = this.document;
    if (score === undefined) return false;
    const check = (): boolean => {
      const whole = this.checker().part(score, ['score'], POINTS);
      const linked = routes.map((route, i) => linkRoute(this, route, i)).filter((route) => route !== null);
      const vetoed = this.settleVetoes((effect) => effect === 'zero_score');
      if (whole === null || linked.length < routes.length || !vetoed) return false;
      this.routes = linked;
      const zero = [...this.vetoes.values()].some((veto) => veto.zeroScore) ? spread([exact(0n)]) : {};
      this.score = { ...whole, extent: extentOf([withRoutes(whole, linked), zero]) };
      return true;
    };
    return this.settle('score', check, part);
  }

  /** The tier by score needs the score, or its own conditions. */
  settleScoreTier(): boolean {
    return this.settle('score_tier', () => {
      const scored = this.document.score === undefined || this.settleScore();
      const tiers = linkTiers(this, this.document);
      if (tiers !== null) this.tiers = tiers;
      return scored && tiers !== null;
    });
  }

  /** The tier needs the tier by score, every category and the other vetoes. */
  settleTier(): boolean {
    return this.settle('tiers', () => {
      let good = this.settleScoreTier();
      for (const id of Object.keys(this.document.categories)) good = this.settleCategory(id) && good;
      // A veto of the score is settled with the score; where there is none, it is refused here.
      const noScore = this.document.score === undefined;
      return this.settleVetoes((effect) => noScore || effect !== 'zero_score') && good;
    });
  }

  settleVetoes(which: (effect: unknown) => boolean): boolean {
    let good = true;
    for (const [id, veto] of sorted(this.document.vetoes)) {
      if (!which(veto.effect) || this.vetoes.has(id)) continue;
      const linked = linkVeto(this, id, veto);
      if (linked !== null) this.vetoes.set(id, linked);
      good = linked !== null && good;
    }
    return good;
  }
}
