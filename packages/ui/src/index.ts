/** What any page may need whichever way it is drawn: icons, the error boundary, text that is only heard. */
export { ErrorBoundary } from "./ErrorBoundary.tsx";
export type { IconShape } from "./icons/index.ts";
export { Icon } from "./icons/index.ts";
export * from "./icons/shapes.ts";
export { VisuallyHidden } from "./light/VisuallyHidden.tsx";
