import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

function selects(set: SelectionSetNode | undefined, field: string, info: GraphQLResolveInfo): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === field;
    if (selection.kind === Kind.INLINE_FRAGMENT) return selects(selection.selectionSet, field, info);
    return selects(info.fragments[selection.name.value]?.selectionSet, field, info);
  });
}

/**
 * Parameter decorator of a root field: whether the client asks for a field of the answer, so that what costs a
 * statement of its own (the `total` of a list) is computed only when somebody wants it. Compiled execution neither
 * calls functions nor awaits promises found in plain objects, so a lazy property is no way to do this.
 */
export const Wants = createParamDecorator((field: string, context: ExecutionContext): boolean => {
  const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return info.fieldNodes.some((node) => selects(node.selectionSet, field, info));
});
