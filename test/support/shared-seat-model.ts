type Pool = 'solidarity' | 'climate' | 'open';

/** What somebody does to a session whose seats are shared out; `join` accepts the open invitation of another. */
export type SharedAct =
  { kind: 'book' | 'cancel' | 'accept' | 'decline'; who: number } | { kind: 'join'; who: number; inviter: number };

interface Place {
  status: 'enrolled' | 'offered' | 'waiting' | 'over';
  pool: Pool | null;
  /** What became of the latest offer. */
  offer: 'none' | 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  mate: number | null;
}

/** What is visible of a shared session. */
export interface SharedSeats {
  /** `who pool` of each who holds a seat, or to whom one is offered. */
  enrolled: string[];
  offered: string[];
  /** In the order of the queue. */
  waiting: number[];
}

/**
 * A shared session as one would run it on paper: cards for the seats of each network and for those open to all, a queue,
 * and pairs who come in together or not. Nothing here knows of databases, nor of the rules under test.
 */
export class SharedSeatModel {
  private constructor(
    private readonly networks: readonly (readonly Pool[])[],
    private readonly cards: Record<Pool, number>,
    private readonly places: Map<number, Place>,
    private queue: number[],
    private readonly invitations: Set<number>,
  ) {}

  /** @param networks those of each person */
  static of(networks: readonly (readonly Pool[])[], cards: Record<Pool, number>): SharedSeatModel {
    return new SharedSeatModel(networks, { ...cards }, new Map(), [], new Set());
  }

  copy(): SharedSeatModel {
    const places = new Map([...this.places].map(([who, place]) => [who, { ...place }]));
    return new SharedSeatModel(this.networks, { ...this.cards }, places, [...this.queue], new Set(this.invitations));
  }

  /** Somebody who is not on the list hands an invitation out. */
  invite(who: number): void {
    this.invitations.add(who);
  }

  /** Does an act and gives the answer that the person must get. */
  do(act: SharedAct): string {
    const answer = act.kind === 'join' ? this.join(act.who, act.inviter) : this.alone(act.kind, act.who);
    this.passOn();
    return answer;
  }

  /** All deadlines pass. */
  expire(): void {
    for (const place of this.places.values())
      if (place.status === 'offered') {
        this.giveBack(place);
        Object.assign(place, { status: 'over', offer: 'expired' });
      }
    this.passOn();
  }

  get seats(): SharedSeats {
    const with_ = (status: string): string[] =>
      [...this.places].flatMap(([who, place]) => (place.status === status ? `${who} ${place.pool}` : [])).sort();
    return { enrolled: with_('enrolled'), offered: with_('offered'), waiting: [...this.queue] };
  }

  get key(): string {
    return JSON.stringify([this.cards, [...this.places].sort(([a], [b]) => a - b), this.queue, [...this.invitations]]);
  }

  private alone(kind: 'book' | 'cancel' | 'accept' | 'decline', who: number): string {
    if (kind === 'book') return this.isActive(who) ? 'ALREADY_ENROLLED' : this.enter([who])[0]!;
    const place = this.places.get(who);
    if (!place) throw new Error(`${who} has nothing to ${kind}`);
    return kind === 'cancel' ? this.cancel(who, place) : this.answer(place, kind === 'accept');
  }

  private join(who: number, inviter: number): string {
    if (!this.invitations.has(inviter)) return 'INVITATION_ANSWERED';
    if (this.isActive(inviter)) return 'FRIEND_CANNOT';
    if (this.isActive(who)) return 'ALREADY_ENROLLED';
    this.invitations.delete(inviter);
    return this.enter([inviter, who])[1]!;
  }

  /** All of them get a card, or all of them go to the end of the queue. */
  private enter(people: readonly number[]): string[] {
    const cards = this.cardsFor(people);
    return people.map((who, i) => {
      const mate = people.find((other) => other !== who) ?? null;
      const pool = cards?.[i] ?? null;
      this.places.set(who, { status: pool ? 'enrolled' : 'waiting', pool, offer: 'none', mate });
      if (pool) this.cards[pool]--;
      else this.queue.push(who);
      return pool ? 'enrolled' : `waiting ${this.queue.length}`;
    });
  }

  /** The best card of each that leaves one for the others; the first way that works in the order of preference. */
  private cardsFor([who, ...others]: readonly number[], left = this.cards): Pool[] | null {
    if (who === undefined) return [];
    const own = (this.networks[who] ?? []).filter((pool) => left[pool] > 0);
    // More left first; equal ones with Solidarity first.
    own.sort((a, b) => left[b] - left[a] || (a === 'solidarity' ? -1 : 1));
    for (const pool of [...own, ...(left.open > 0 ? (['open'] as const) : [])]) {
      const rest = this.cardsFor(others, { ...left, [pool]: left[pool] - 1 });
      if (rest) return [pool, ...rest];
    }
    return null;
  }

  private passOn(): void {
    const served: number[] = [];
    for (const who of this.queue) {
      if (served.includes(who)) continue;
      const mate = this.places.get(who)?.mate ?? null;
      const together = mate !== null && this.queue.includes(mate) && this.places.get(mate)?.mate === who;
      const group = together ? [who, mate] : [who];
      // Whom a pair was passed over at stands behind her mate in the queue: both were looked at already.
      if (together && this.queue.indexOf(mate) < this.queue.indexOf(who)) continue;
      this.cardsFor(group)?.forEach((pool, i) => {
        const one = group[i]!;
        this.cards[pool]--;
        Object.assign(this.places.get(one)!, { status: 'offered', pool, offer: 'open' });
        served.push(one);
      });
    }
    this.queue = this.queue.filter((who) => !served.includes(who));
  }

  private cancel(who: number, place: Place): string {
    if (!this.isActive(who)) return 'NOT_ACTIVE';
    if (place.status !== 'waiting') this.giveBack(place);
    if (place.offer === 'open') place.offer = 'withdrawn';
    place.status = 'over';
    this.queue = this.queue.filter((other) => other !== who);
    return 'cancelled';
  }

  private answer(place: Place, accept: boolean): string {
    switch (place.offer) {
      case 'none':
        return 'NOT_FOUND';
      case 'open':
        if (!accept) this.giveBack(place);
        Object.assign(
          place,
          accept ? { status: 'enrolled', offer: 'accepted' } : { status: 'over', offer: 'declined' },
        );
        return accept ? 'enrolled' : 'declined';
      case 'accepted':
        return accept && place.status === 'enrolled' ? 'enrolled' : 'OFFER_ANSWERED';
      case 'declined':
        return accept ? 'OFFER_ANSWERED' : 'declined';
      case 'expired':
        return 'OFFER_EXPIRED';
      case 'withdrawn':
        return 'OFFER_ANSWERED';
    }
  }

  private giveBack(place: Place): void {
    if (place.pool) this.cards[place.pool]++;
    place.pool = null;
  }

  private isActive(who: number): boolean {
    return ['enrolled', 'offered', 'waiting'].includes(this.places.get(who)?.status ?? '');
  }
}
