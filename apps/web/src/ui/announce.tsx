import { useEffect, useState } from 'react';

type Listener = (text: string) => void;
const listeners = new Set<Listener>();

/** Says one sentence to people who do not see the change, once they are done with what they read. */
export function announce(text: string): void {
  listeners.forEach((listener) => listener(text));
}

/** The one polite live region of the page. Saying the same sentence twice is heard twice. */
export function LiveRegion() {
  const [{ text, turn }, setSaid] = useState({ text: '', turn: 0 });
  useEffect(() => {
    const listener: Listener = (said) => setSaid((before) => ({ text: said, turn: before.turn + 1 }));
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return (
    <p role="status" className="visually-hidden">
      <span key={turn}>{text}</span>
    </p>
  );
}
