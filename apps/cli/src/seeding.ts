import type { INestApplicationContext } from '@nestjs/common';

export type SeedSize = 'demo' | 'network' | 'stress';

interface Seeding {
  seed(
    app: INestApplicationContext,
    options: { size: SeedSize; seed: number; log: (line: string) => void },
  ): Promise<void>;
  personas: { role: string; email: string; displayName: string }[];
}

/** The generator of fictional people, loaded only by the commands that need it. */
export async function seeding(): Promise<Seeding> {
  const path = './seed/index.js';
  return (await import(path).catch(() => ({ seed: async () => {}, personas: [] }))) as Seeding;
}
