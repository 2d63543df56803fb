export type { IconShape } from "./Icon.tsx";
export { Icon } from "./Icon.tsx";
