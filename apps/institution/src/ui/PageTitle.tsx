/** The page's name where a heading element may not stand: inside a paragraph of an empty state. */
export function PageTitle({ children }: { children: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a heading element may not stand inside a paragraph
    <span role="heading" aria-level={1}>
      {children}
    </span>
  );
}
