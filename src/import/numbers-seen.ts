/** Remembers in which line a number below 2^42 stood first. */
export interface NumbersSeen {
  /**
   * The line where the number stood first; null when this is the first time, which is then remembered. Undefined where
   * there is no room for it: then nothing is remembered, neither now nor the next time.
   */
  mark(number: number, line: number): number | null | undefined;
}

const bits = 42;
const bitsOfHalf = bits / 2;
const half = 2 ** bitsOfHalf;

/** So many bits at least choose the drawer, so that the others fit into 32, and need not be more to know a number by. */
const fewestBits = bits - 32;

/**
 * Numbers are shuffled one to one; the first bits choose a drawer, the last 32 and the line are put into it. A drawer that
 * is full is divided by the next bit, and its second half goes into a new one: so memory grows by a drawer at a time, and
 * nothing is ever thrown away.
 */
export function makeNumbersSeen(): NumbersSeen {
  const chest = makeChest();
  let depth = fewestBits;
  let drawerOf = Uint32Array.from({ length: 2 ** depth }, () => chest.add(depth));

  const divide = (drawer: number, high: number): boolean => {
    const before = chest.depthOf(drawer);
    if (before === bitsOfHalf) return false;
    if (before === depth) {
      drawerOf = Uint32Array.from({ length: 2 * drawerOf.length }, (_, place) => drawerOf[place >>> 1] ?? 0);
      depth += 1;
    }
    const shared = depth - before;
    const first = (high >>> (bitsOfHalf - before)) << shared;
    drawerOf.fill(chest.divide(drawer), first + 2 ** (shared - 1), first + 2 ** shared);
    return true;
  };
  return {
    mark: (number, line) => {
      const [high, low] = shuffled(number);
      const left = ((high << bitsOfHalf) | low) >>> 0;
      for (;;) {
        const drawer = drawerOf[high >>> (bitsOfHalf - depth)] ?? 0;
        const first = chest.find(drawer, left);
        if (first !== null) return first;
        if (chest.put(drawer, left, line)) return null;
        if (!divide(drawer, high)) return undefined;
      }
    },
  };
}

const drawerSize = 64;
const drawersOfBlock = 256;
const blockSize = drawersOfBlock * drawerSize;

/** Drawers by number, in blocks of some hundred. Looked into three million times for a million rows, so by hand. */
function makeChest() {
  const lefts: Uint32Array[] = [];
  const lines: Uint32Array[] = [];
  const used: number[] = [];
  const depths: number[] = [];
  const put = (drawer: number, left: number, line: number): boolean => {
    const count = used[drawer] ?? 0;
    if (count === drawerSize) return false;
    const slot = (drawer % drawersOfBlock) * drawerSize + count;
    set(lefts[blockOf(drawer)], slot, left);
    set(lines[blockOf(drawer)], slot, line);
    used[drawer] = count + 1;
    return true;
  };
  const add = (depth: number): number => {
    const drawer = used.push(0) - 1;
    depths.push(depth);
    if (drawer % drawersOfBlock === 0) {
      lefts.push(new Uint32Array(blockSize));
      lines.push(new Uint32Array(blockSize));
    }
    return drawer;
  };
  return {
    add,
    put,
    depthOf: (drawer: number): number => depths[drawer] ?? 0,
    find: (drawer: number, left: number): number | null => {
      const block = lefts[blockOf(drawer)];
      if (!block) return null;
      const start = (drawer % drawersOfBlock) * drawerSize;
      for (let slot = start + (used[drawer] ?? 0) - 1; slot >= start; slot -= 1) {
        if (block[slot] === left) return lines[blockOf(drawer)]?.[slot] ?? null;
      }
      return null;
    },
    /** Moves what has a 1 in the next bit into a new drawer, and returns that one's number. */
    divide: (drawer: number): number => {
      const depth = depths[drawer] ?? 0;
      const next = add(depth + 1);
      const start = (drawer % drawersOfBlock) * drawerSize;
      const all = lefts[blockOf(drawer)]?.slice(start, start + drawerSize) ?? [];
      const theirs = lines[blockOf(drawer)]?.slice(start, start + drawerSize) ?? [];
      const count = used[drawer] ?? 0;
      depths[drawer] = depth + 1;
      used[drawer] = 0;
      for (let at = 0; at < count; at += 1) {
        const left = all[at] ?? 0;
        put((left >>> (bits - 1 - depth)) & 1 ? next : drawer, left, theirs[at] ?? 0);
      }
      return next;
    },
  };
}

const blockOf = (drawer: number): number => Math.floor(drawer / drawersOfBlock);

function set(block: Uint32Array | undefined, slot: number, value: number): void {
  if (block) block[slot] = value;
}

/** Two halves, each stirred into the other in turn: another number for each number, and neighbours far apart. */
function shuffled(number: number): [high: number, low: number] {
  let high = Math.floor(number / half);
  let low = number % half;
  low ^= stirred(high);
  high ^= stirred(low);
  low ^= stirred(high);
  high ^= stirred(low);
  return [high, low];
}

function stirred(part: number): number {
  const once = Math.imul(part + 1, 0x9e3779b1);
  return Math.imul(once ^ (once >>> 15), 0x85ebca6b) >>> (32 - bitsOfHalf);
}
