import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#platform/kernel';

/** What one GraphQL operation carries: the HTTP exchange it came by. */
export interface RequestContext {
  req: FastifyRequest;
  reply: FastifyReply;
}

/** The HTTP request of a GraphQL field or of a plain route. */
export function requestOf(context: ExecutionContext): FastifyRequest {
  return context.getType<'http' | 'graphql'>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<RequestContext>().req
    : context.switchToHttp().getRequest<FastifyRequest>();
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Language to answer in: the account's, else the `Accept-Language` header's. Set when the request arrives. */
    locale: Locale;
  }
}

/** Parameter decorator: the language of the reader. */
export const ReaderLocale = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).locale);
