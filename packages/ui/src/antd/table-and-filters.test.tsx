import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { TestTexts } from "../testing.tsx";
import { DataTable } from "./DataTable.tsx";
import { changeOf } from "./DiffView.tsx";
import type { FilterField } from "./filter-state.ts";
import { chipsOf, readFilters, writeFilters } from "./filter-state.ts";
import { byDay } from "./TimelineFeed.tsx";
import { defaultSettings, moved, shownColumns, storedSettings } from "./table-settings.ts";

beforeAll(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const fields: readonly FilterField[] = [
  { key: "q", label: "搜索", type: "search" },
  {
    key: "status",
    label: "状态",
    type: "many",
    choices: [
      { value: "A", label: "甲" },
      { value: "B", label: "乙" },
    ],
  },
  { key: "on", label: "日期", type: "days" },
];

describe("filters in the URL", () => {
  it("come back as they went, leave other parameters alone and drop the page cursor", () => {
    const values = { q: "张", status: "A,B" };
    const url = writeFilters(fields, values, new URLSearchParams("tab=all&after=xyz&on=2026-01-01.."));
    expect(url.get("tab")).toBe("all");
    expect(url.has("after")).toBe(false);
    expect(url.has("on")).toBe(false);
    expect(readFilters(fields, url)).toEqual(values);
  });

  it("have one chip per choice, and each chip takes only itself away", () => {
    const chips = chipsOf(fields, { status: "A,B", on: "2026-01-01.." });
    expect(chips.map((chip) => chip.text)).toEqual(["状态: 甲", "状态: 乙", "日期: 2026-01-01 – …"]);
    expect(chips[0]?.without).toEqual({ status: "B", on: "2026-01-01.." });
    expect(chips[2]?.without).toEqual({ status: "A,B" });
  });
});

describe("a viewer's columns", () => {
  const columns = ["a", "b", "c"].map((key) => ({ key, title: key }));
  const settings = defaultSettings(columns, "compact");

  it("hide, pin first and move by one", () => {
    const shown = shownColumns(columns, { ...settings, hidden: ["a"], pinned: ["c"] });
    expect(shown.map((column) => column.key)).toEqual(["c", "b"]);
    expect(moved(settings.order, "c", -1)).toEqual(["a", "c", "b"]);
    expect(moved(settings.order, "a", -1)).toEqual(["a", "b", "c"]);
  });

  it("show a column that is newer than the viewer's settings", () => {
    const newer = [...columns, { key: "d", title: "d" }];
    expect(shownColumns(newer, settings).map((column) => column.key)).toContain("d");
  });

  it("count as nothing when what was kept is unreadable", () => {
    localStorage.setItem("dc-table-x", '{"order":7}');
    expect(storedSettings("x")).toBeNull();
  });
});

describe("the table", () => {
  const rows = [
    { id: "1", name: "甲" },
    { id: "2", name: "乙" },
  ];

  function Sample({ onOpen }: { onOpen?: (row: { id: string }) => void }) {
    const [selected, setSelected] = useState<readonly string[]>([]);
    return (
      <TestTexts>
        <DataTable
          name="sample"
          label="样例"
          columns={[{ key: "name", title: "名称", render: (row) => row.name }]}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={onOpen}
          selected={selected}
          onSelect={setSelected}
          paging={{ totalCount: 2 }}
        />
      </TestTexts>
    );
  }

  it("moves with the arrows, opens with Enter and selects with x", () => {
    const open = vi.fn();
    render(<Sample onOpen={open} />);
    const [first, second] = screen.getAllByRole("row").filter((row) => row.hasAttribute("data-row-key"));
    if (first === undefined || second === undefined) throw new Error("two rows expected");
    first.focus();
    fireEvent.keyDown(first, { key: "ArrowDown" });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second, { key: "Enter" });
    expect(open).toHaveBeenCalledWith(rows[1]);
    fireEvent.keyDown(second, { key: "x" });
    expect(screen.getByText("已选 1 条")).toBeTruthy();
  });

  it("is one stop of the tab key", () => {
    render(<Sample />);
    const stops = screen.getAllByRole("row").filter((row) => row.getAttribute("tabindex") === "0");
    expect(stops).toHaveLength(1);
  });

  it("is never wider than its columns ask for, however long the words in them are", () => {
    const columns = [
      { key: "name", title: "名称", width: 200, render: () => "很长".repeat(80) },
      { key: "state", title: "状态", width: 120, render: () => "正常" },
      { key: "rest", title: "说明", render: () => "其余" },
    ];
    const { container } = render(
      <TestTexts>
        <DataTable name="wide" label="样例" columns={columns} rows={rows} rowKey={(row) => row.id} />
      </TestTexts>,
    );
    // What has no width of its own counts with 144.
    expect(container.querySelector<HTMLElement>(".ant-table-body table")?.style.width).toBe("464px");
  });

  it("has no settings of its columns where it is one part of a page", () => {
    const table = { label: "样例", columns: [{ key: "name", title: "名称", render: () => null }], rows };
    const whole = render(
      <TestTexts>
        <DataTable name="whole" rowKey={({ id }) => id} {...table} />
      </TestTexts>,
    );
    expect(whole.getAllByRole("button")).toHaveLength(1);
    whole.unmount();
    render(
      <TestTexts>
        <DataTable name="part" brief rowKey={({ id }) => id} {...table} />
      </TestTexts>,
    );
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("shows the final columns while the first answer is under way, and the failure when there is none", () => {
    const table = {
      name: "x",
      label: "样例",
      columns: [{ key: "name", title: "名称", render: () => null }],
      rows: [],
      rowKey: () => "",
    };
    const { rerender } = render(
      <TestTexts>
        <DataTable {...table} loading />
      </TestTexts>,
    );
    expect(within(screen.getByRole("table")).getByText("名称")).toBeTruthy();
    rerender(
      <TestTexts>
        <DataTable {...table} failure={{ code: "FORBIDDEN", kind: "forbidden" }} />
      </TestTexts>,
    );
    expect(screen.getByRole("alert").textContent).toContain("没有权限");
  });
});

it("a change is named: added, removed, changed or the same", () => {
  const line = (before: string | null, after: string | null) => changeOf({ key: "k", label: "l", before, after });
  expect([line(null, "1"), line("1", null), line("1", "2"), line("1", "1")]).toEqual([
    "added",
    "removed",
    "changed",
    "same",
  ]);
});

it("a history is parted by Beijing days", () => {
  const entry = (id: string, at: string) => ({ id, at, title: id });
  const days = byDay([
    entry("a", "2026-11-22T17:00:00Z"),
    entry("b", "2026-11-22T15:00:00Z"),
    entry("c", "2026-11-22T01:00:00Z"),
  ]);
  expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
    ["2026-11-23", 1],
    ["2026-11-22", 2],
  ]);
});
