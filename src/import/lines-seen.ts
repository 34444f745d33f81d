/**
 * Remembers in which line of a file a text stood first, in sixteen to thirty-two bytes a text, whatever its length: a million rows cost
 * 24 MB at most. Texts are known by 64 bits of them, so that one file of a million rows in twenty million
 * has two different ones taken for the same.
 */
export interface LinesSeen {
  /** The line where the text stood first; null when this is the first time, which is then remembered. */
  mark(text: string, line: number): number | null;
}

export function makeLinesSeen(): LinesSeen {
  let slots = emptySlots(1_024);
  return {
    mark: (text, line) => {
      const [high, low] = fingerprint(text);
      const slot = slotFor(slots, high, low);
      const first = slots.lines[slot];
      if (first) return first;
      put(slots, slot, high, low, line);
      if (slots.used * 4 > slots.size * 3) slots = enlarged(slots);
      return null;
    },
  };
}

/** Open addressing: a text stands in its own slot, or in the next free one. Line 0 marks a free slot. */
interface Slots {
  size: number;
  used: number;
  highs: Uint32Array;
  lows: Uint32Array;
  lines: Uint32Array;
}

const emptySlots = (size: number): Slots => ({
  size,
  used: 0,
  highs: new Uint32Array(size),
  lows: new Uint32Array(size),
  lines: new Uint32Array(size),
});

function slotFor({ size, highs, lows, lines }: Slots, high: number, low: number): number {
  let slot = low & (size - 1);
  while (lines[slot] !== 0 && (highs[slot] !== high || lows[slot] !== low)) slot = (slot + 1) & (size - 1);
  return slot;
}

function put(slots: Slots, slot: number, high: number, low: number, line: number): void {
  slots.highs[slot] = high;
  slots.lows[slot] = low;
  slots.lines[slot] = line;
  slots.used += 1;
}

function enlarged(full: Slots): Slots {
  const larger = emptySlots(full.size * 2);
  full.lines.forEach((line, slot) => {
    const high = full.highs[slot] ?? 0;
    const low = full.lows[slot] ?? 0;
    if (line !== 0) put(larger, slotFor(larger, high, low), high, low, line);
  });
  return larger;
}

/** Two runs of multiply and mix with different odd factors, stirred into each other at the end. */
function fingerprint(text: string): [high: number, low: number] {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0xc2b2ae35);
    low ^= low >>> 15;
  }
  high = Math.imul(high ^ (high >>> 16) ^ low, 0x85ebca77);
  low = Math.imul(low ^ (low >>> 13) ^ high, 0x27d4eb2f);
  return [(high ^ (high >>> 15)) >>> 0, (low ^ (low >>> 16)) >>> 0];
}
