import type { Path } from '../text/index.js';
import { Findings } from './findings.js';

type Progress = 'open' | 'checking' | 'done' | 'broken';

/**
 * What is checked when it is first asked for, once. One that needs itself is a circle, and is named with its loop
 * (`rules.circle`).
 */
export class Settling extends Findings {
  private readonly progress = new Map<string, Progress>();
  private readonly trail: string[] = [];
  private reading: Path = [];

  /** While a formula is checked: a circle is closed by the one that is being read when it is found, and one always is. */
  whileReading<T>(path: Path, check: () => T): T {
    const outer = this.reading;
    this.reading = path;
    const checked = check();
    this.reading = outer;
    return checked;
  }

  /**
   * `name`: a block and an id, or a word that stands for the whole of a block; `part`: what of it is asked for. False: it
   * is broken, and that was said.
   */
  protected settle(name: string, check: () => boolean, part?: string): boolean {
    const progress = this.progress.get(name) ?? 'open';
    if (progress === 'done') return true;
    if (progress === 'broken') return false;
    if (progress === 'checking') {
      const circle = this.trail.slice(this.trail.indexOf(name));
      const loop = [...circle, part ?? name].map((step) => step.split(' ').pop()).join(' → ');
      this.refuse('rules.circle', this.reading, part === undefined ? { loop } : { loop, part });
      for (const step of circle) this.progress.set(step, 'broken');
      return false;
    }
    this.progress.set(name, 'checking');
    this.trail.push(name);
    const good = check() && this.progress.get(name) === 'checking';
    this.trail.pop();
    this.progress.set(name, good ? 'done' : 'broken');
    return good;
  }
}
