import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';

/** Draws at once what stands in several places of a page. */
export function drawn(part: VNode): () => VNode {
  const markup = [renderToString(part)];
  return () => jsxTemplate(markup);
}

/** A component that says the same on every page: drawn when it is first needed. */
export function still(part: () => VNode): () => VNode {
  let draw: (() => VNode) | undefined;
  return () => (draw ??= drawn(part()))();
}
