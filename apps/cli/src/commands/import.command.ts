import type { Command } from 'commander';

export function addImport(program: Command): void {
  void program;
}
