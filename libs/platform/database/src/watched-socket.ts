import { Socket } from 'node:net';

/**
 * A line to Postgres that is given up when nothing has moved on it for so long. A server that vanishes without a word
 * (a pulled cable, a machine that failed over) would otherwise hold its connections for a quarter of an hour.
 */
export function watchedSocket(silenceMs: number): Socket {
  const socket = new Socket();
  const giveUp = (): void => {
    socket.destroy(new Error(`Connection terminated after ${silenceMs} ms of silence`));
  };
  return socket.setTimeout(silenceMs, giveUp);
}
