// Records of faxes as a small seeded generator makes them, and the names that programs give their fields.

const UNLISTED = [3999, 4711, 5123, 9999]; // failures that no list has
const SUBJECTS = ["Order 8010", "Lab 3072", "Re: fax 6017", "Invoice no. 6021", "Status report", "8021", "Dr. Weber", "Room 263"];
const DECOYS = [0, 1, 2, 3, 41, 256, 263, 403, 3931];
// What a fax may have beside its id, its status and its pages.
const MORE = {
  duration: (random) => random.of(DECOYS),
  attemptsMade: (random) => 1 + random.below(5),
  destinationFax: (random) => `+1415555${random.of([3931, 6017, 8010, 8021])}`,
  remoteCSID: (random) => `+1 415 555 ${random.of([3931, 6017, 8010, 8021])}`,
  subject: (random) => random.of(SUBJECTS),
};

/** Numbers that are the same for the same seed. */
export function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, of: (list) => list[below(list.length)] };
}

function shuffled(list, random) {
  const left = list.slice();
  return list.map(() => left.splice(random.below(left.length), 1)[0]);
}

/** From one to seven faxes with the same fields in the same order: the id, then the status among its neighbours. */
export function faxes(seed, codes) {
  const random = generator(seed);
  const more = Object.keys(MORE).filter(() => random.below(2));
  const names = ["id", ...shuffled(["status", "pagesSent", ...more], random)];
  const sent = codes.includes(0) ? [0] : [];
  const status = () => random.of(random.below(5) ? codes : random.below(2) ? UNLISTED : [...sent, ...codes.filter((code) => code < 0)]);
  return Array.from({ length: 1 + (seed % 7) }, (_, at) => {
    const all = { id: 700000001 + at, status: status(), pagesSent: random.below(4) };
    for (const name of more) all[name] = MORE[name](random);
    return Object.fromEntries(names.map((name) => [name, all[name]]));
  });
}

/** The same with fewer faxes, or with fewer fields: to find the smallest that fails. */
export function smaller(list) {
  const fewer = list.length > 1 ? list.map((_, at) => list.filter((_one, other) => other !== at)) : [];
  const extra = Object.keys(list[0]).filter((name) => name in MORE);
  const without = (fax, gone) => Object.fromEntries(Object.entries(fax).filter(([name]) => name !== gone));
  return [...fewer, ...extra.map((gone) => list.map((fax) => without(fax, gone)))];
}

const renamed = (fax, rename) => Object.fromEntries(Object.entries(fax).map(([name, value]) => [rename(name), value]));
const PASCAL = { id: "TransactionID", remoteCSID: "RemoteCSID" };

export const pascal = (fax) => renamed(fax, (name) => PASCAL[name] ?? name[0].toUpperCase() + name.slice(1));
export const snake = (fax) => renamed(fax, (name) => name.replace(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`));
export const kebab = (fax) => renamed(snake(fax), (name) => name.replaceAll("_", "-"));
export const upper = (fax) => renamed(snake(fax), (name) => name.toUpperCase());
export const goNames = (fax) => renamed(pascal(fax), (name) => (name === "TransactionID" ? "ID" : name));
export const sharpNames = (fax) => renamed(pascal(fax), (name) => (name === "TransactionID" ? "Id" : name));
export const sorted = (fax) => Object.fromEntries(Object.entries(fax).sort(([one], [other]) => (one < other ? -1 : 1)));

export const json = JSON.stringify;

/** "a: 1, b: 2" and the like: each field by a printer of its own. */
export const fields = (fax, print, join = ", ") =>
  Object.entries(fax)
    .map(([name, value]) => print(name, value))
    .join(join);

/** A text in quotes, a number as it is. */
export const double = (value) => (typeof value === "string" ? json(value) : String(value));
export const single = (value) => (typeof value === "string" ? `'${value.replaceAll("'", "\\'")}'` : String(value));

export const eachLine = (print) => (list) => list.map(print).join("\n") + "\n";
export const time = (at) => `10:${22 + at}:31`;
