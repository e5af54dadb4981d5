import { Injectable } from '@nestjs/common';
export const impure = Injectable;
