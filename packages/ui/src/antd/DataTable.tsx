import type { TableProps } from "antd";
import { Table } from "antd";
import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { useLayoutEffect, useRef, useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { classNames } from "../light/class-names.ts";
import { EmptyState } from "../light/EmptyState.tsx";
import type { ErrorStateProps } from "../light/ErrorState.tsx";
import { ErrorState } from "../light/ErrorState.tsx";
import { Skeleton } from "../light/Skeleton.tsx";
import { ColumnSettings } from "./ColumnSettings.tsx";
import styles from "./DataTable.module.css";
import type { Paging } from "./TablePager.tsx";
import { TablePager } from "./TablePager.tsx";
import type { Density, TableSettings } from "./table-settings.ts";
import { defaultSettings, shownColumns, storedSettings, storeSettings } from "./table-settings.ts";

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** Pixels, at the least; without it the column takes what is left. */
  readonly width?: number;
  /** Figures stand at the end, words at the start. */
  readonly align?: "start" | "end";
  readonly sortable?: boolean;
  readonly defaultHidden?: boolean;
  readonly defaultPinned?: boolean;
}

export interface TableSort {
  readonly key: string;
  readonly direction: "ASC" | "DESC";
}

export interface DataTableProps<Row> {
  /** Name of the table: accessible caption and key under which column settings are kept. */
  name: string;
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  loading?: boolean;
  failure?: ErrorStateProps["failure"] | null;
  onRetry?: () => void;
  empty?: ReactNode;
  paging?: Paging;
  sort?: TableSort | null;
  onSort?: (sort: TableSort | null) => void;
  selected?: readonly string[];
  onSelect?: (keys: readonly string[]) => void;
  /** Shown instead of the toolbar while rows are selected. */
  bulkActions?: ReactNode;
  /** Enter on a row, or a press on it. */
  onOpen?: (row: Row) => void;
  /** The row that is open elsewhere, in a drawer or a pane. */
  openKey?: string | null;
  toolbar?: ReactNode;
  /** A short list that is one part of a page has its columns and no settings for them. */
  brief?: boolean;
  density?: Density;
  /** Fixed height in pixels turns on virtual rows for long lists. */
  height?: number;
  /** Pixels the sticky header keeps from the top: the shell's header. */
  stickyOffset?: number;
}

/** What is left for a column of no width of its own comes to this much at the least. */
const leastOfTheRest = 144;
const boxWidth = 40;

/** How wide the table is at the least: below it scrolls sideways, above it the columns share what is more. */
const leastWidth = (columns: readonly DataColumn<never>[], hasBoxes: boolean): number =>
  columns.reduce((sum, { width }) => sum + (width ?? leastOfTheRest), hasBoxes ? boxWidth : 0);

const sizes = { compact: "small", normal: "middle", relaxed: "large" } as const;

function useTableSettings(name: string, columns: DataTableProps<never>["columns"], density: Density) {
  const [settings, setSettings] = useState<TableSettings>(
    () => storedSettings(name) ?? defaultSettings(columns, density),
  );
  const change = (next: TableSettings): void => {
    storeSettings(name, next);
    setSettings(next);
  };
  return { settings, change, reset: () => change(defaultSettings(columns, density)) };
}

/** Moves the focus with the arrows, opens with Enter, selects with x; keys inside a row's own controls are theirs. */
function onRowKey(event: KeyboardEvent<HTMLElement>, open: () => void, toggle: () => void): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = event.currentTarget;
  const neighbours: Record<string, Element | null> = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
  };
  const neighbour = neighbours[event.key];
  if (neighbour instanceof HTMLElement) neighbour.focus();
  else if (event.key === "Enter") open();
  else if (event.key === "x" || event.key === " ") toggle();
  else return;
  event.preventDefault();
}

function antdColumns<Row>(
  columns: readonly DataColumn<Row>[],
  settings: TableSettings,
  sort: TableSort | null | undefined,
) {
  return columns.map((column) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    align: column.align ?? ("start" as const),
    fixed: settings.pinned.includes(column.key) ? ("start" as const) : undefined,
    sorter: column.sortable === true,
    sortOrder:
      sort?.key === column.key ? (sort.direction === "ASC" ? ("ascend" as const) : ("descend" as const)) : null,
    ellipsis: column.width === undefined ? undefined : { showTitle: false },
    render: (_: unknown, row: Row) => column.render(row),
  }));
}

// The row antd measures by repeats the head with its checkbox: unseen, so it must not take the focus either.
function useInertMeasures(frame: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const rows = frame.current?.querySelectorAll<HTMLElement>(".ant-table-measure-row") ?? [];
    for (const row of rows) row.inert = true;
  });
}

/** Rows of one shape of the final table, before the first answer. */
function SkeletonTable({ columns, size }: { columns: readonly DataColumn<never>[]; size: TableProps["size"] }) {
  const rows = Array.from({ length: 8 }, (_, index) => ({ key: String(index) }));
  return (
    <Table
      size={size}
      pagination={false}
      dataSource={rows}
      columns={columns.map(({ key, title, width, align }, index) => ({
        key,
        title,
        width,
        align: align ?? ("start" as const),
        render: (_: unknown, row: { key: string }) => (
          <Skeleton width={align === "end" ? "60%" : "80%"} silent={index > 0 || row.key !== "0"} />
        ),
      }))}
    />
  );
}

/** The one table of the working apps. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    name,
    label,
    columns,
    rows,
    rowKey,
    loading = false,
    failure,
    onRetry,
    sort,
    onSort,
    onOpen,
    openKey,
  } = props;
  const { selected = [], onSelect, brief = false, density = "compact", height, stickyOffset = 52 } = props;
  const t = useHouseT();
  const { settings, change, reset } = useTableSettings(name, columns, density);
  const frame = useRef<HTMLElement>(null);
  useInertMeasures(frame);
  const [focusKey, setFocusKey] = useState<string | null>(null);
  const shown = shownColumns(columns, settings);
  const first = rows[0];
  const tabKey = focusKey !== null && rows.some((row) => rowKey(row) === focusKey) ? focusKey : first && rowKey(first);
  const toggle = (key: string): void =>
    onSelect?.(selected.includes(key) ? selected.filter((other) => other !== key) : [...selected, key]);
  const hasBar = props.toolbar !== undefined || props.bulkActions !== undefined;

  if (failure != null && rows.length === 0) return <ErrorState failure={failure} onRetry={onRetry} />;
  return (
    <section ref={frame} className={styles.frame} aria-label={label} aria-busy={loading}>
      {(hasBar || !brief) && (
        <div className={styles.bar}>
          <div className={styles.tools}>
            {selected.length > 0 && <strong>{t("count.selected", { count: selected.length })}</strong>}
            {selected.length > 0 && props.bulkActions !== undefined ? props.bulkActions : hasBar && props.toolbar}
          </div>
          {!brief && <ColumnSettings columns={columns} settings={settings} onChange={change} onReset={reset} />}
        </div>
      )}
      {loading && rows.length === 0 ? (
        <SkeletonTable columns={shown} size={sizes[settings.density]} />
      ) : (
        <Table<Row>
          size={sizes[settings.density]}
          pagination={false}
          className={classNames(loading && styles.stale)}
          columns={antdColumns(shown, settings, sort)}
          dataSource={rows}
          rowKey={rowKey}
          virtual={height !== undefined}
          sticky={height === undefined ? { offsetHeader: stickyOffset } : false}
          scroll={{ x: leastWidth(shown, onSelect !== undefined), y: height }}
          showSorterTooltip={false}
          locale={{ emptyText: props.empty ?? <EmptyState title={t("table.empty")} /> }}
          rowSelection={
            onSelect && {
              selectedRowKeys: [...selected],
              onChange: (keys) => onSelect(keys.map(String)),
              columnWidth: boxWidth,
            }
          }
          onChange={(_, __, sorter) => {
            const next = Array.isArray(sorter) ? sorter[0] : sorter;
            if (next?.columnKey === undefined) return;
            const direction = next.order === "descend" ? "DESC" : "ASC";
            onSort?.(next.order ? { key: String(next.columnKey), direction } : null);
          }}
          onRow={(row) => {
            const key = rowKey(row);
            return {
              tabIndex: key === tabKey ? 0 : -1,
              className: classNames(styles.row, onOpen && styles.opens, key === openKey && styles.open),
              "aria-current": key === openKey ? true : undefined,
              onFocus: () => setFocusKey(key),
              onClick: (event) => {
                if (!(event.target instanceof Element) || event.target.closest("a, button, input, label")) return;
                onOpen?.(row);
              },
              onKeyDown: (event) =>
                onRowKey(
                  event,
                  () => onOpen?.(row),
                  () => toggle(key),
                ),
            };
          }}
        />
      )}
      {props.paging !== undefined && <TablePager paging={props.paging} loading={loading} />}
    </section>
  );
}
