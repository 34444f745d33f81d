/** One part of a multipart body: a field, or a file where it has a name. */
export interface Part {
  field: string;
  fileName: string | null;
  mime: string;
  bytes: Buffer;
}

/**
 * Takes a multipart body apart. grammY writes its headers without the space and the quotes that Node's own parser
 * insists on, so they are read with the leniency of the real servers. Null where the body is no such thing.
 */
export function readMultipart(body: Buffer, contentType: string): Part[] | null {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return null;
  // A line break before the first boundary makes all of them look alike.
  const pieces = split(Buffer.concat([Buffer.from('\r\n'), body]), Buffer.from(`\r\n--${boundary}`));
  const parts = pieces.slice(1, -1).map(readPart);
  return parts.every((part) => part !== null) && pieces.length > 1 ? parts : null;
}

function split(bytes: Buffer, mark: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, from)) {
    pieces.push(bytes.subarray(from, at));
    from = at + mark.length;
  }
  return [...pieces, bytes.subarray(from)];
}

function readPart(piece: Buffer): Part | null {
  const gap = piece.indexOf('\r\n\r\n');
  const head = piece.subarray(0, Math.max(gap, 0)).toString();
  const field = parameter(head, 'name');
  if (gap < 0 || field === null) return null;
  return {
    field,
    fileName: parameter(head, 'filename'),
    mime: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? 'application/octet-stream',
    bytes: piece.subarray(gap + 4),
  };
}

function parameter(head: string, name: string): string | null {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]+))`, 'i').exec(head) ?? [];
  return quoted?.replace(/%22/g, '"') ?? bare ?? null;
}
