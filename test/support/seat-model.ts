/** What somebody does to a session. `capacity` is a coordinator's. */
export type Act = { kind: 'book' | 'cancel' | 'accept' | 'decline'; who: number } | { kind: 'capacity'; seats: number };

type Status = 'enrolled' | 'offered' | 'waiting' | 'cancelled' | 'declined' | 'expired';
type OfferState = 'none' | 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

interface Place {
  status: Status;
  offer: OfferState;
}

/** What is visible of a session: who holds, is offered and awaits a seat. */
export interface Seats {
  capacity: number;
  enrolled: number[];
  offered: number[];
  /** In the order of the queue. */
  waiting: number[];
}

/**
 * A waiting list as one would run it on paper, one act after the other. Nothing here knows of databases: it says what
 * the answers and the seats must be.
 */
export class SeatModel {
  private constructor(
    private capacity: number,
    private readonly places: Map<number, Place>,
    private queue: number[],
  ) {}

  static of(capacity: number): SeatModel {
    return new SeatModel(capacity, new Map(), []);
  }

  copy(): SeatModel {
    const places = [...this.places].map(([who, place]): [number, Place] => [who, { ...place }]);
    return new SeatModel(this.capacity, new Map(places), [...this.queue]);
  }

  /** Does an act and gives the answer that the person must get. */
  do(act: Act): string {
    const answer = act.kind === 'capacity' ? this.resize(act.seats) : this.personal(act.kind, act.who);
    this.passOn();
    return answer;
  }

  /** All deadlines pass; those who are offered the seats then have theirs still to come. */
  expire(): void {
    for (const place of this.places.values())
      if (place.status === 'offered') Object.assign(place, { status: 'expired', offer: 'expired' });
    this.passOn();
  }

  get seats(): Seats {
    return {
      capacity: this.capacity,
      enrolled: this.with('enrolled'),
      offered: this.with('offered'),
      waiting: [...this.queue],
    };
  }

  /** Tells states apart, also those that look the same from outside. */
  get key(): string {
    return JSON.stringify([this.capacity, [...this.places].sort(([a], [b]) => a - b), this.queue]);
  }

  private personal(kind: 'book' | 'cancel' | 'accept' | 'decline', who: number): string {
    if (kind === 'book') return this.book(who);
    const place = this.places.get(who);
    if (!place) throw new Error(`${who} has nothing to ${kind}`);
    return kind === 'cancel' ? this.cancel(who, place) : answered(place, kind === 'accept');
  }

  private book(who: number): string {
    const place = this.places.get(who);
    if (place && ['enrolled', 'offered', 'waiting'].includes(place.status)) return 'ALREADY_ENROLLED';
    if (this.free > 0 && this.queue.length === 0) {
      this.places.set(who, { status: 'enrolled', offer: 'none' });
      return 'enrolled';
    }
    this.places.set(who, { status: 'waiting', offer: 'none' });
    this.queue.push(who);
    return `waiting ${this.queue.length}`;
  }

  private cancel(who: number, place: Place): string {
    if (!['enrolled', 'offered', 'waiting'].includes(place.status)) return 'NOT_ACTIVE';
    if (place.offer === 'open') place.offer = 'withdrawn';
    place.status = 'cancelled';
    this.queue = this.queue.filter((other) => other !== who);
    return 'cancelled';
  }

  private resize(seats: number): string {
    if (seats < this.capacity - this.free) return 'refused';
    this.capacity = seats;
    return 'done';
  }

  private passOn(): void {
    for (let next = this.queue[0]; next !== undefined && this.free > 0; next = this.queue[0]) {
      this.queue.shift();
      this.places.set(next, { status: 'offered', offer: 'open' });
    }
  }

  private get free(): number {
    return this.capacity - this.with('enrolled').length - this.with('offered').length;
  }

  private with(status: Status): number[] {
    return [...this.places].flatMap(([who, place]) => (place.status === status ? who : [])).sort((a, b) => a - b);
  }
}

function answered(place: Place, accept: boolean): string {
  switch (place.offer) {
    case 'none':
      return 'NOT_FOUND';
    case 'open':
      Object.assign(
        place,
        accept ? { status: 'enrolled', offer: 'accepted' } : { status: 'declined', offer: 'declined' },
      );
      return place.status;
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

/** What was seen when some acts ran at the same time. */
export interface Observed<Seen = Seats> {
  answers: string[];
  seats: Seen;
}

/** Something that does one act after the other on paper. */
interface Model<Doing, Seen> {
  copy(): Model<Doing, Seen>;
  do(act: Doing): string;
  readonly seats: Seen;
  /** Tells states apart, also those that look the same from outside. */
  readonly key: string;
}

/**
 * The states in which a session may be after some acts ran at the same time: those that some order of the acts, one
 * after the other, leads to with exactly the answers and the seats that were seen (linearizability). None means that
 * no order explains what was seen; several, that it does not tell which one it was.
 */
export function explain<Doing, Seen, M extends Model<Doing, Seen>>(
  before: readonly (M & { copy(): M })[],
  acts: readonly Doing[],
  seen: Observed<Seen>,
): M[] {
  const found = new Map<string, M>();
  const search = (model: M & { copy(): M }, left: readonly number[]): void => {
    if (left.length === 0 && JSON.stringify(model.seats) === JSON.stringify(seen.seats)) found.set(model.key, model);
    for (const i of left) {
      const act = acts[i];
      const next = model.copy() as M & { copy(): M };
      if (act !== undefined && next.do(act) === seen.answers[i]) {
        search(
          next,
          left.filter((j) => j !== i),
        );
      }
    }
  };
  for (const model of before) search(model, [...acts.keys()]);
  return [...found.values()];
}
