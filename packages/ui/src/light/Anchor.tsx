import type { AnchorHTMLAttributes, ComponentType, ReactNode } from "react";
import { createContext, useContext } from "react";

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
}

const PlainLink = (props: LinkProps) => <a {...props} />;
const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);

/** Gives the router's link to everything below: `({ href, ...rest }) => <Link to={href} {...rest} />`. */
export function LinkProvider({ component, children }: { component: ComponentType<LinkProps>; children: ReactNode }) {
  return <LinkContext value={component}>{children}</LinkContext>;
}

/** A link to a page of this app, drawn by the app's router. */
export function Anchor(props: LinkProps) {
  const Link = useContext(LinkContext);
  return <Link {...props} />;
}
