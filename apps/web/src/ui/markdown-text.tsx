import { Fragment } from 'react';
import { parseMarkdown, type Inline, type MarkdownBlock } from '@kernel/markdown.js';

/** Material written by people, as elements: no HTML of theirs ever reaches the page. `lang` is the text's own language. */
export function MarkdownText({ source, lang }: { source: string; lang: string }) {
  return (
    <div className="prose" lang={lang}>
      {parseMarkdown(source).map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: MarkdownBlock }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h3' : 'h4';
      return (
        <Heading>
          <Line content={block.content} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <Line content={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Line content={block.content} />
        </p>
      );
  }
}

function Line({ content }: { content: Inline[] }) {
  return content.map((part, at) => {
    if ('strong' in part) {
      return (
        <strong key={at}>
          <Line content={part.strong} />
        </strong>
      );
    }
    if ('link' in part) {
      return (
        <a key={at} href={part.href} rel="noopener">
          <Line content={part.link} />
        </a>
      );
    }
    return <Fragment key={at}>{part.text}</Fragment>;
  });
}
