import { TOTP } from 'otpauth';
import type { Person, TestApp } from './app.js';

const BEGIN = 'mutation { beginTotp { secret uri } }';
const CONFIRM = `mutation($code: String!) { confirmTotp(code: $code) {
  __typename ... on FactorAdded { recoveryCodes } ... on SecondFactorRefused { reason message } } }`;

/** A program that shows codes for a secret, by the clock of the test. */
export class CodeProgram {
  constructor(
    private readonly t: TestApp,
    readonly secret: string,
  ) {}

  /** @param steps half minutes from now */
  code(steps = 0): string {
    return new TOTP({ secret: this.secret }).generate({ timestamp: this.t.clock.now().getTime() + steps * 30_000 });
  }

  /** Six digits that are not the code of any half minute near now. */
  wrongCode(): string {
    const near = new Set([-3, -2, -1, 0, 1, 2, 3].map((steps) => this.code(steps)));
    return ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777'].find(
      (code) => !near.has(code),
    ) as string;
  }
}

/** Sets up an authenticator program as its holder would. */
export async function aProgram(t: TestApp, person: Person): Promise<{ program: CodeProgram; recoveryCodes: string[] }> {
  const { beginTotp } = await person.get<{ beginTotp: { secret: string } }>(BEGIN);
  const program = new CodeProgram(t, beginTotp.secret);
  const { confirmTotp } = await person.get<{ confirmTotp: { recoveryCodes: string[] } }>(CONFIRM, {
    code: program.code(),
  });
  return { program, recoveryCodes: confirmTotp.recoveryCodes };
}
