import { type CallState, faultsOfAnswer, isCallOpen } from './call.rules.js';

const call: CallState = { deadlineOn: '2026-03-12', isClosed: false, sessionIds: ['a', 'b'] };

describe('a call for trainers', () => {
  it('is open until its last day is over, or it is closed', () => {
    expect(isCallOpen(call, '2026-03-12')).toBe(true);
    expect(isCallOpen(call, '2026-03-13')).toBe(false);
    expect(isCallOpen({ ...call, isClosed: true }, '2026-03-01')).toBe(false);
  });
  it.each<[string[], number]>([
    [['a'], 0],
    [['a', 'b'], 0],
    [[], 1],
    [['a', 'c'], 1],
  ])('is answered for sessions that it names: %j', (ids, faults) =>
    expect(faultsOfAnswer(call, ids)).toHaveLength(faults),
  );
});
