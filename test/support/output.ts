/** Keeps what this process writes to its standard streams, instead of showing it, until `end`. */
export function capturedOutput(): { text(): string; forget(): void; end(): void } {
  let kept = '';
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  for (const stream of streams)
    stream.write = ((chunk: string | Uint8Array) => {
      kept += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return true;
    }) as typeof stream.write;
  return {
    text: () => kept,
    forget: () => (kept = ''),
    end: () => streams.forEach((stream, i) => Object.assign(stream, { write: originals[i] })),
  };
}
