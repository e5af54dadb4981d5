/** One line for the person who typed the command. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Something the operator did or must mend: shown as it is, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
