/** Signs that some file system does not take, and what would lead out of a folder or hide a file. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]|^[._]+|[. ]+$/gu;
const LONGEST = 80;

/** Texts as names of files, no two alike: file systems may take capitals for small letters, and signs are replaced. */
export class FileNames {
  private readonly taken = new Set<string>();

  of(text: string): string {
    const base = [...text.trim().replace(UNSAFE, '-')].slice(0, LONGEST).join('') || '-';
    for (let n = 1; ; n += 1) {
      const name = n === 1 ? base : `${base}-${n}`;
      const key = name.normalize('NFC').toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return name;
    }
  }
}
