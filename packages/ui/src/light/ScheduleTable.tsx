import { useHouseT } from "../i18n/use-t.ts";
import { Day } from "./Moment.tsx";
import { Money } from "./Money.tsx";
import styles from "./ScheduleTable.module.css";
import { StatusTag } from "./StatusTag.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export interface ScheduleRow {
  readonly number: number;
  readonly dueOn: string | null;
  /** Yuan as over the wire. */
  readonly due: string;
  readonly principal: string;
  readonly interest: string;
  readonly fees?: string | null;
  readonly balance?: string | null;
  readonly status?: string | null;
}

export interface ScheduleTableProps {
  rows: readonly ScheduleRow[];
  totals?: Pick<ScheduleRow, "due" | "principal" | "interest" | "fees">;
  caption?: string;
  /** Where a title right above says the same: heard, not seen. */
  hideCaption?: boolean;
}

/** One repayment schedule: a table where there is room, two lines a row on a phone. */
export function ScheduleTable({ rows, totals, caption, hideCaption = false }: ScheduleTableProps) {
  const t = useHouseT();
  const words = caption ?? t("schedule.caption");
  const has = (name: "fees" | "balance" | "status" | "dueOn") => rows.some((row) => row[name] != null);
  const shows = { fees: has("fees"), balance: has("balance"), status: has("status"), dueOn: has("dueOn") };
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={hideCaption ? undefined : styles.caption}>
          {hideCaption ? <VisuallyHidden>{words}</VisuallyHidden> : words}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("schedule.number")}</th>
            {shows.dueOn && <th scope="col">{t("schedule.dueOn")}</th>}
            <th scope="col">{t("schedule.due")}</th>
            <th scope="col">{t("schedule.principal")}</th>
            <th scope="col">{t("schedule.interest")}</th>
            {shows.fees && <th scope="col">{t("schedule.fees")}</th>}
            {shows.balance && <th scope="col">{t("schedule.balance")}</th>}
            {shows.status && <th scope="col">{t("schedule.status")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.number} row={row} shows={shows} />
          ))}
        </tbody>
        {totals !== undefined && <Totals totals={totals} shows={shows} />}
      </table>
    </div>
  );
}

type Shows = Readonly<Record<"fees" | "balance" | "status" | "dueOn", boolean>>;

function Row({ row, shows }: { row: ScheduleRow; shows: Shows }) {
  const t = useHouseT();
  return (
    <tr>
      <th scope="row" className={styles.number}>
        {row.number}
      </th>
      {shows.dueOn && <td className={styles.day}>{row.dueOn != null && <Day on={row.dueOn} />}</td>}
      <td className={styles.due}>
        <Money amount={row.due} />
      </td>
      <td data-label={t("schedule.principal")}>
        <Money amount={row.principal} />
      </td>
      <td data-label={t("schedule.interest")}>
        <Money amount={row.interest} />
      </td>
      {shows.fees && <td data-label={t("schedule.fees")}>{row.fees != null && <Money amount={row.fees} />}</td>}
      {shows.balance && (
        <td data-label={t("schedule.balance")}>{row.balance != null && <Money amount={row.balance} />}</td>
      )}
      {shows.status && (
        <td className={styles.status}>{row.status != null && <StatusTag kind="instalment" status={row.status} />}</td>
      )}
    </tr>
  );
}

function Totals({ totals, shows }: { totals: NonNullable<ScheduleTableProps["totals"]>; shows: Shows }) {
  const t = useHouseT();
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={shows.dueOn ? 2 : 1}>
          {t("schedule.total")}
        </th>
        <td className={styles.due}>
          <Money amount={totals.due} />
        </td>
        <td data-label={t("schedule.principal")}>
          <Money amount={totals.principal} />
        </td>
        <td data-label={t("schedule.interest")}>
          <Money amount={totals.interest} />
        </td>
        {shows.fees && <td data-label={t("schedule.fees")}>{totals.fees != null && <Money amount={totals.fees} />}</td>}
        {shows.balance && <td className={styles.filler} />}
        {shows.status && <td className={styles.filler} />}
      </tr>
    </tfoot>
  );
}
