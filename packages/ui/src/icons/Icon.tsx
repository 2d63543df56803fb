import type { AbstractNode, IconDefinition } from "@ant-design/icons-svg/es/types";
import type { ReactNode } from "react";
import { createElement } from "react";

export type IconShape = IconDefinition;

function draw(node: AbstractNode, key: number): ReactNode {
  return createElement(node.tag, { key, ...node.attrs }, node.children?.map(draw));
}

interface IconProps {
  shape: IconShape;
  /** What a screen reader says; without it the icon is decoration. */
  label?: string;
  className?: string;
}

/** One line icon in the size and colour of the text around it. */
export function Icon({ shape, label, className }: IconProps) {
  const root = typeof shape.icon === "function" ? shape.icon("currentColor", "currentColor") : shape.icon;
  return (
    <svg
      role={label === undefined ? undefined : "img"}
      aria-label={label}
      aria-hidden={label === undefined}
      className={className}
      viewBox={root.attrs.viewBox ?? "64 64 896 896"}
      width="1em"
      height="1em"
      fill="currentColor"
      focusable="false"
    >
      {root.children?.map(draw)}
    </svg>
  );
}
