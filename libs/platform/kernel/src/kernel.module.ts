import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';

/** The clock, for everybody; tests bring their own. */
@Global()
@Module({})
export class KernelModule {
  static with(clock: Clock): DynamicModule {
    return { module: KernelModule, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}
