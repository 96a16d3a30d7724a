const END_OF_HEADERS = '\r\n\r\n';

/** Reads messages that stand under a `Content-Length` header, counted in bytes, wherever the stream was cut. */
export function bodiesIn(hear: (body: string) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (let end = endOfFirst(pending); end !== null; end = endOfFirst(pending)) {
      hear(pending.subarray(end.start, end.stop).toString());
      pending = pending.subarray(end.stop);
    }
  };
}

function endOfFirst(pending: Buffer): { readonly start: number; readonly stop: number } | null {
  const headers = pending.indexOf(END_OF_HEADERS);
  if (headers === -1) return null;
  const length = /Content-Length: (\d+)/i.exec(pending.subarray(0, headers).toString())?.[1];
  if (length === undefined) throw new Error('a message without Content-Length');
  const start = headers + END_OF_HEADERS.length;
  const stop = start + Number(length);
  return pending.length < stop ? null : { start, stop };
}
