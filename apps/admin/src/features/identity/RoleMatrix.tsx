import { CheckIcon, Icon } from "@daichao/ui";
import { EmptyState, VisuallyHidden } from "@daichao/ui/light";
import type { RoleMatrix_RoleFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./RoleMatrix.module.css";

graphql(`
  fragment RoleMatrix_role on Role {
    id
    code
    name
    kind
    permissions {
      code
      label
    }
  }
`);

export interface RoleMatrixProps {
  roles: readonly RoleMatrix_RoleFragment[];
  /** Only permissions whose code or label has this in it. */
  text: string;
}

/** Who may do what: one column a role, one line a permission. */
export function RoleMatrix({ roles, text }: RoleMatrixProps) {
  const t = useT();
  const labels = new Map(
    roles.flatMap(({ permissions }) => permissions.map(({ code, label }) => [code, label] as const)),
  );
  const wanted = text.trim().toLowerCase();
  const shown = [...labels]
    .filter(([code, label]) => `${code} ${label}`.toLowerCase().includes(wanted))
    .sort(([a], [b]) => a.localeCompare(b));
  if (shown.length === 0) return <EmptyState title={t("roles.empty")} reason={t("roles.emptyReason")} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrolled by keyboard too
    <section className={styles.frame} tabIndex={0} aria-label={t("roles.title")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("roles.permission")}</th>
            {roles.map(({ id, name, kind }) => (
              <th key={id} scope="col" className={styles.role}>
                <span>{name}</span>
                <span className={styles.kind}>{t(`account.kind.${kind}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([code, label]) => (
            <tr key={code}>
              <th scope="row">
                <span>{label}</span>
                <code className={styles.code}>{code}</code>
              </th>
              {roles.map(({ id, permissions }) => (
                <td key={id}>
                  {permissions.some((permission) => permission.code === code) ? (
                    <Icon shape={CheckIcon} label={t("roles.yes")} className={styles.yes} />
                  ) : (
                    <VisuallyHidden>{t("roles.no")}</VisuallyHidden>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={styles.total}>
            <th scope="row">{t("roles.total")}</th>
            {roles.map(({ id, permissions }) => (
              <td key={id}>{permissions.length}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
