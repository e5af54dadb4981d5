import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { envExample } from '#platform/config';

describe('.env.example', () => {
  it('says what the configuration class says (npm run cli -- env-example --write)', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
  });
});
