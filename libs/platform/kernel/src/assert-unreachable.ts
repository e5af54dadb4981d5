/** Makes a forgotten case of a closed list a compile error, and a loud one at run time. */
export function assertUnreachable(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
