import { Injectable } from '@nestjs/common';

/** Two profiles of one person: the one that stays, and the one that becomes part of it. */
export interface MergePair {
  keptId: string;
  goneId: string;
  /** Null for somebody who has never signed in. */
  keptAccountId: string | null;
  goneAccountId: string | null;
}

/** Something that both profiles have and that one person has once: how it is settled. */
export interface MergeClash {
  kind: 'booking' | 'consent' | 'card' | 'account' | 'lived-experience';
  /** What it is about, as the title of a training; empty if the kind says it all. */
  about: string;
}

/** What a lib does about its tables when two profiles become one. */
export interface MergeStep {
  /** Takes the locks that come before those of people. */
  lock?: (pair: MergePair) => Promise<void>;
  run: (pair: MergePair) => Promise<void>;
  /** What would clash, for the preview. */
  clashes?: (pair: MergePair) => Promise<MergeClash[]>;
}

/** Steps of a merge by the name that declarations of personal data call them by: `{ do: 'custom', by: name }`. */
@Injectable()
export class MergeSteps {
  private readonly steps = new Map<string, MergeStep>();

  register(name: string, step: MergeStep): void {
    if (this.steps.has(name)) throw new Error(`The merge step ${name} is registered twice`);
    this.steps.set(name, step);
  }

  get all(): readonly MergeStep[] {
    return [...this.steps.values()];
  }

  /** @throws Error when nobody registered that step: nothing may be merged by halves */
  named(name: string): MergeStep {
    const step = this.steps.get(name);
    if (!step) throw new Error(`No step of merging is called ${name}`);
    return step;
  }
}
