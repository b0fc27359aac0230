/* How a worker loads the files of texts that are beside the catalogue. */

/** @param {string} catalogue the address of its script */
const folderOf = (catalogue) => new URL(".", new URL(catalogue, self.location.href)).href;

/**
 * At once, one after the other.
 * @param {string} catalogue
 * @returns {(files: string[]) => void}
 */
export function besideIn(catalogue) {
  const folder = folderOf(catalogue);
  return (files) => importScripts(...files.map((file) => folder + file));
}

/** Texts are needed that are not loaded yet. */
class LackingError extends Error {
  /** @param {string[]} files */
  constructor(files) {
    super("texts are not loaded yet");
    this.files = files;
  }
}

/**
 * All at the same time, for whoever can wait: words need dozens of files. Gives what to load them with, and a way to ask again
 * when they are there.
 * @param {string} catalogue
 */
export function fetchedFrom(catalogue) {
  const folder = folderOf(catalogue);

  /**
   * Reads a file without running it.
   * @param {string} file
   */
  async function read(file) {
    const answer = await fetch(folder + file);
    if (!answer.ok) throw new Error(`${file}: HTTP status code ${answer.status}`);
    const found = /\["([^"]+)"\]=(.*);\s*$/s.exec(await answer.text());
    if (!found) throw new Error(`${file} holds no texts`);
    (self.faxTexts ??= {})[found[1]] = JSON.parse(found[2]);
  }

  /**
   * @template T
   * @param {() => T} ask
   * @returns {Promise<T>}
   */
  async function reading(ask) {
    for (;;) {
      try {
        return ask();
      } catch (error) {
        if (!(error instanceof LackingError)) throw error;
        await Promise.all(error.files.map(read));
      }
    }
  }

  /**
   * @param {string[]} files
   * @returns {never}
   */
  const load = (files) => {
    throw new LackingError(files);
  };

  return { load, reading };
}
