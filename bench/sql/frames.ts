/** One packet of MySQL's protocol: its number within the exchange, and what it carries. */
export interface Frame {
  sequence: number;
  payload: Buffer;
}

/** Cuts a stream into packets. */
export function makeFrameReader(frame: (frame: Frame) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    while (rest.length >= headerLength) {
      const length = rest.readUIntLE(0, 3);
      if (rest.length < headerLength + length) return;
      frame({ sequence: rest.readUInt8(3), payload: rest.subarray(headerLength, headerLength + length) });
      rest = rest.subarray(headerLength + length);
    }
  };
}

const headerLength = 4;

/** The first byte of what a client sends. */
export const command = { query: 0x03, prepare: 0x16, execute: 0x17 } as const;
