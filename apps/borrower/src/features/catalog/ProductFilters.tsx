import { FilterIcon } from "@daichao/ui";
import { Button, Dialog, Popup } from "@daichao/ui/light";
import { useState } from "react";
import type { ProductFilters_FacetsFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { useFilterGroups } from "./FilterGroups.tsx";
import styles from "./ProductFilters.module.css";
import type { ProductSearch } from "./product-search.ts";
import { cleared } from "./product-search.ts";

export interface ProductFiltersProps {
  search: ProductSearch;
  facets: ProductFilters_FacetsFragment | null;
  /** Products that pass as things stand, for the button that closes the sheet; null while that is not known. */
  count: number | null;
  onSearch: (search: ProductSearch) => void;
}

/** The ways to narrow the list: a line of menus where there is room, one sheet on a phone. */
export function ProductFilters({ search, facets, count, onSearch }: ProductFiltersProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  // What is being typed is not counted yet.
  const [isWaiting, setWaiting] = useState(false);
  const groups = useFilterGroups(search, facets, onSearch, setWaiting);
  const active = groups.reduce((sum, group) => sum + group.active, 0);
  const clear = () => onSearch(cleared(search));
  return (
    <>
      <div className={styles.wide}>
        {groups.map(({ key, label, active: chosen, content }) => (
          <Popup
            key={key}
            variant="default"
            size="small"
            label={chosen > 0 ? t("filter.chosen", { label, count: chosen }) : label}
          >
            <div className={styles.panel}>{content}</div>
          </Popup>
        ))}
        {active > 0 && (
          <Button variant="quiet" size="small" onClick={clear}>
            {t("filter.clear")}
          </Button>
        )}
      </div>
      <div className={styles.narrow}>
        <Button icon={FilterIcon} onClick={() => setOpen(true)} block>
          {active > 0 ? t("filter.chosen", { label: t("filter.open"), count: active }) : t("filter.open")}
        </Button>
      </div>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("filter.open")}
        footer={
          <>
            <Button onClick={clear}>{t("filter.clear")}</Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              {count === null || isWaiting ? t("action.close") : t("filter.show", { count })}
            </Button>
          </>
        }
      >
        <div className={styles.sheet}>
          {groups.map(({ key, label, content }) => (
            <section key={key} aria-label={label}>
              {content}
            </section>
          ))}
        </div>
      </Dialog>
    </>
  );
}
