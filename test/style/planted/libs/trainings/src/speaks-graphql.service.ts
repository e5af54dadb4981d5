import { Field } from '@nestjs/graphql';
export const speaks = Field;
