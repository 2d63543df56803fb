import { useHouseT } from "../i18n/use-t.ts";
import { ArrowDownIcon, ArrowUpIcon, PinIcon, SettingsIcon } from "../icons/shapes.ts";
import { Button } from "../light/Button.tsx";
import { Popup } from "../light/Popup.tsx";
import { Segmented } from "../light/Segmented.tsx";
import styles from "./DataTable.module.css";
import type { Density, TableSettings } from "./table-settings.ts";
import { inOrder, moved } from "./table-settings.ts";

interface ColumnSettingsProps {
  columns: readonly { readonly key: string; readonly title: string }[];
  settings: TableSettings;
  onChange: (settings: TableSettings) => void;
  onReset: () => void;
}

const densities: readonly Density[] = ["compact", "normal", "relaxed"];
const toggled = (keys: readonly string[], key: string): readonly string[] =>
  keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];

/** Which columns, in which order, how dense; every move has a button, none needs dragging. */
export function ColumnSettings({ columns, settings, onChange, onReset }: ColumnSettingsProps) {
  const t = useHouseT();
  const ordered = inOrder(columns, settings.order);
  const move = (key: string, by: -1 | 1) =>
    onChange({
      ...settings,
      order: moved(
        ordered.map((column) => column.key),
        key,
        by,
      ),
    });
  return (
    <Popup label={t("table.columns")} iconOnly icon={SettingsIcon} size="small">
      <Segmented
        legend={t("table.density")}
        look="joined"
        value={settings.density}
        choices={densities.map((value) => ({ value, label: t(`table.density.${value}`) }))}
        onValueChange={(density) => onChange({ ...settings, density })}
      />
      <ul className={styles.columns}>
        {ordered.map(({ key, title }) => (
          <li key={key} className={styles.columnRow}>
            <label className={styles.columnName}>
              <input
                type="checkbox"
                checked={!settings.hidden.includes(key)}
                onChange={() => onChange({ ...settings, hidden: toggled(settings.hidden, key) })}
              />
              {title}
            </label>
            <Button
              variant="quiet"
              size="small"
              icon={PinIcon}
              aria-label={t("table.pin", { column: title })}
              aria-pressed={settings.pinned.includes(key)}
              className={styles.pin}
              onClick={() => onChange({ ...settings, pinned: toggled(settings.pinned, key) })}
            />
            <Button
              variant="quiet"
              size="small"
              icon={ArrowUpIcon}
              aria-label={t("table.moveUp", { column: title })}
              onClick={() => move(key, -1)}
            />
            <Button
              variant="quiet"
              size="small"
              icon={ArrowDownIcon}
              aria-label={t("table.moveDown", { column: title })}
              onClick={() => move(key, 1)}
            />
          </li>
        ))}
      </ul>
      <Button size="small" onClick={onReset}>
        {t("table.resetColumns")}
      </Button>
    </Popup>
  );
}
