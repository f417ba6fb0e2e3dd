import type { Findings } from '../findings.js';
import { type Attributes, walkXml, XmlError } from './xml.js';
import type { Zip } from './zip.js';

/** A part that another part points to. */
export interface Relation {
  readonly id: string;
  /** The last word of the relation's type: `worksheet`, `sharedStrings` … equal in both flavours of the standard. */
  readonly kind: string;
  readonly path: string;
}

const OUTSIDE = 'External';

/** The XML parts of an Open Packaging archive, each read once, refused with a DOCTYPE or where it is not UTF-8. */
export class Package {
  readonly zip: Zip;
  private readonly findings: Findings;

  constructor(zip: Zip, findings: Findings) {
    this.zip = zip;
    this.findings = findings;
  }

  unreadable(part: string): never {
    return this.findings.refuse('read.xlsxUnreadable', { part });
  }

  private text(part: string): string {
    const bytes = this.zip.read(part);
    if (bytes === undefined) return this.unreadable(part);
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
    let text: string;
    try {
      text = new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
    } catch {
      return this.unreadable(part);
    }
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) this.findings.refuse('read.doctype', { part });
    return text;
  }

  /** Walks a part that must be there. */
  walk(
    part: string,
    handler: {
      open?: (name: string, attributes: Attributes) => void;
      close?: (name: string) => void;
      text?: (text: string) => void;
    },
  ): void {
    const nothing = (): void => {};
    try {
      walkXml(this.text(part), {
        open: handler.open ?? nothing,
        close: handler.close ?? nothing,
        text: handler.text ?? nothing,
      });
    } catch (cause) {
      if (cause instanceof XmlError) this.unreadable(part);
      throw cause;
    }
  }

  /** What a part points to inside the archive; `''` is the archive itself. */
  relations(of: string): Relation[] {
    const slash = of.lastIndexOf('/');
    const folder = of.slice(0, slash + 1);
    const part = `${folder}_rels/${of.slice(slash + 1)}.rels`;
    const found: Relation[] = [];
    if (!this.zip.has(part)) return found;
    this.walk(part, {
      open: (name, attributes) => {
        if (name !== 'Relationship' || attributes('TargetMode') === OUTSIDE) return;
        const kind = (attributes('Type') ?? '').split('/').at(-1) ?? '';
        found.push({ id: attributes('Id') ?? '', kind, path: resolve(folder, attributes('Target') ?? '') });
      },
    });
    return found;
  }
}

function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/');
  const path: string[] = steps.filter((step) => step !== '');
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
