import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, presentError } from '#platform/graphql';

const STATUS: Record<ErrorCode, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  SECOND_FACTOR_REQUIRED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  MAINTENANCE: 503,
  INTERNAL: 500,
};

/** Plain routes answer faults in the same words and codes as GraphQL does. */
@Catch()
export class HttpErrorsFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const req = http.getRequest<FastifyRequest>();
    const { message, extensions } = presentError(error, req.locale, req.id);
    const code = extensions?.['code'] as ErrorCode;
    const status = error instanceof HttpException ? error.getStatus() : (STATUS[code] ?? 500);
    void http
      .getResponse<FastifyReply>()
      .status(status)
      .send({ message, ...extensions });
  }
}
