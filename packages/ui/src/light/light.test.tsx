import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../index.ts";
import { TestTexts } from "../testing.tsx";
import {
  ApplicationSteps,
  Button,
  ConnectionBanner,
  Dialog,
  ErrorState,
  fitToRange,
  NumberField,
  OtpInput,
  Rate,
  ScheduleTable,
  Segmented,
  StatusTag,
  TextField,
  ToastRegion,
  useToast,
  useUndoToast,
} from "./index.ts";

const show = (node: ReactNode, locale: "zh-CN" | "en-US" = "zh-CN") =>
  render(<TestTexts locale={locale}>{node}</TestTexts>);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("a field", () => {
  it("ties its label, its hint and its error to the box", () => {
    show(
      <TextField label="手机号" hint="用于接收验证码" error="请填写 11 位手机号" value="1" onValueChange={() => {}} />,
    );
    const box = screen.getByLabelText("手机号");
    const described = (box.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(["用于接收验证码", "请填写 11 位手机号"]);
    expect(box.getAttribute("aria-invalid")).toBe("true");
  });

  it("says nothing of being wrong while it is not", () => {
    show(<TextField label="姓名" value="" onValueChange={() => {}} />);
    expect(screen.getByLabelText("姓名").hasAttribute("aria-invalid")).toBe(false);
  });
});

describe("an amount (B-03)", () => {
  function Amount() {
    const [value, setValue] = useState(80_000);
    return (
      <NumberField label="金额" value={value} min={10_000} max={200_000} step={1_000} slider onValueChange={setValue} />
    );
  }

  it("can be typed as well as slid, off the slider's steps too", () => {
    show(<Amount />);
    const box = screen.getByRole("textbox");
    fireEvent.change(box, { target: { value: "12,345" } });
    fireEvent.blur(box);
    expect(box).toHaveProperty("value", "12,345");
    fireEvent.change(screen.getByRole("slider"), { target: { value: "50000" } });
    expect(box).toHaveProperty("value", "50,000");
  });

  it.each(["999999", "12345.67", "-3", "五万", ""])("keeps %s as it was typed and says what is wrong", (typed) => {
    show(<Amount />);
    const box = screen.getByRole("textbox");
    fireEvent.change(box, { target: { value: "30000" } });
    fireEvent.blur(box);
    fireEvent.change(box, { target: { value: typed } });
    fireEvent.blur(box);
    expect(box).toHaveProperty("value", typed);
    expect(box.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("请填 10,000 至 200,000 的整数；在此之前按 30,000 计")).toBeTruthy();
    expect(screen.getByRole("slider")).toHaveProperty("value", "30000");
    fireEvent.change(screen.getByRole("slider"), { target: { value: "50000" } });
    expect(box).toHaveProperty("value", "50,000");
    expect(box.getAttribute("aria-invalid")).toBeNull();
  });

  it("lands on a step", () => {
    expect(fitToRange(12_345, { min: 10_000, max: 20_000, step: 1_000 })).toBe(12_000);
    expect(fitToRange(1, { min: 10_000, max: 20_000 })).toBe(10_000);
  });
});

it("a code is digits only, whatever is pasted, and is reported once when complete", () => {
  const done = vi.fn();
  function Code() {
    const [value, setValue] = useState("");
    return <OtpInput value={value} onValueChange={setValue} onComplete={done} />;
  }
  show(<Code />);
  const box = screen.getByLabelText("验证码");
  fireEvent.change(box, { target: { value: "12 34-56 78" } });
  expect(box).toHaveProperty("value", "123456");
  expect(done.mock.calls).toEqual([["123456"]]);
  expect(box.getAttribute("autocomplete")).toBe("one-time-code");
});

it("a busy button keeps its label and cannot be pressed again", () => {
  const press = vi.fn();
  show(
    <Button loading onClick={press}>
      提交申请
    </Button>,
  );
  fireEvent.click(screen.getByRole("button", { name: "提交申请" }));
  expect(press).not.toHaveBeenCalled();
});

it("a group of terms is a radio group with its legend", () => {
  const choose = vi.fn();
  show(
    <Segmented
      legend="期限"
      value="12"
      choices={[
        { value: "12", label: "12 期" },
        { value: "24", label: "24 期" },
      ]}
      onValueChange={choose}
    />,
  );
  expect(screen.getByRole("group", { name: "期限" })).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "24 期" }));
  expect(choose).toHaveBeenCalledWith("24");
});

describe("statuses and figures", () => {
  it("an unknown status shows its raw code", () => {
    show(<StatusTag kind="loan" status="FROZEN_SOLID" />);
    expect(screen.getByText("FROZEN_SOLID")).toBeTruthy();
  });

  it("an annual rate is named and says how it was reckoned (R-01)", () => {
    const { container } = show(<Rate rate="0.072000" to="0.156000" method="simple" size="headline" />);
    expect(container.textContent).toBe("年化利率 · 单利7.20%–15.60%");
  });

  it("the five steps mark the present one and call the finished ones done", () => {
    show(<ApplicationSteps status="NEED_MORE_INFO" />, "en-US");
    const steps = screen.getAllByRole("listitem");
    expect(steps).toHaveLength(5);
    expect(steps.map((step) => step.getAttribute("aria-current"))).toEqual([null, "step", null, null, null]);
    expect(steps[0]?.textContent).toContain("Done");
  });

  it("a schedule has no column for what no row has", () => {
    show(<ScheduleTable rows={[{ number: 1, dueOn: null, due: "10.00", principal: "9.00", interest: "1.00" }]} />);
    expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual([
      "期次",
      "应还金额",
      "本金",
      "利息",
    ]);
  });
});

describe("the connection banner", () => {
  it("leaves a short loss unmentioned and turns amber after three seconds", () => {
    show(<ConnectionBanner state="reconnecting" onRetry={() => {}} />);
    expect(screen.getByRole("status").textContent).toBe("");
    act(() => vi.advanceTimersByTime(3_000));
    expect(screen.getByRole("status").textContent).toContain("正在重新连接");
  });

  it("offers to try at once when offline", () => {
    const retry = vi.fn();
    show(<ConnectionBanner state="offline" onRetry={retry} />);
    fireEvent.click(screen.getByRole("button", { name: "立即重试" }));
    expect(retry).toHaveBeenCalledOnce();
  });
});

describe("an undo", () => {
  function Act({ undone, kept }: { undone: () => void; kept: () => void }) {
    const undo = useUndoToast();
    return <Button onClick={() => undo({ message: "已拒绝", onUndo: undone, onExpire: kept })}>拒绝</Button>;
  }

  it.each([
    ["taken within ten seconds stops the act", 9, [1, 0]],
    ["not taken lets it happen once", 11, [0, 1]],
  ] as const)("%s (I-04)", (_, seconds, calls) => {
    const undone = vi.fn();
    const kept = vi.fn();
    show(
      <ToastRegion>
        <Act undone={undone} kept={kept} />
      </ToastRegion>,
    );
    fireEvent.click(screen.getByRole("button", { name: "拒绝" }));
    for (let second = 0; second < seconds; second += 1) act(() => vi.advanceTimersByTime(1_000));
    const button = screen.queryByRole("button", { name: "撤销" });
    if (button !== null) fireEvent.click(button);
    act(() => vi.advanceTimersByTime(20_000));
    expect([undone.mock.calls.length, kept.mock.calls.length]).toEqual(calls);
  });
});

it("a later word about the same thing takes the place of the earlier one, and of nothing else", () => {
  function Words() {
    const say = useToast();
    return (
      <>
        <Button onClick={() => say({ message: "需要补充资料", about: "/applications/a1" })}>要求</Button>
        <Button onClick={() => say({ message: "已复制" })}>复制</Button>
        <Button onClick={() => say({ message: "资料已补充", about: "/applications/a1" })}>补充</Button>
      </>
    );
  }
  show(
    <ToastRegion>
      <Words />
    </ToastRegion>,
  );
  for (const name of ["要求", "复制", "复制", "补充"]) fireEvent.click(screen.getByRole("button", { name }));
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["已复制", "已复制", "资料已补充"]);
});

it("a dialogue gives the focus back to what opened it", () => {
  function Opener() {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <Button onClick={() => setOpen(true)}>打开</Button>
        <Dialog open={isOpen} onClose={() => setOpen(false)} title="说明">
          内容
        </Dialog>
      </>
    );
  }
  show(<Opener />);
  const opener = screen.getByRole("button", { name: "打开" });
  opener.focus();
  fireEvent.click(opener);
  expect(screen.getByRole("dialog", { name: "说明" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "关闭" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(opener);
});

it("a dialogue that has to be answered comes back when the browser closes it by itself; another one is over", () => {
  const onClose = vi.fn();
  const shuts = (look: "alert" | "sheet") => {
    show(
      <Dialog open look={look} onClose={onClose} title={look}>
        内容
      </Dialog>,
    );
    const dialog = screen.getByText(look).closest("dialog");
    if (dialog === null) throw new Error("no dialogue");
    dialog.open = false;
    fireEvent(dialog, new Event("close"));
    return dialog;
  };
  expect(shuts("alert").open).toBe(true);
  expect(onClose).not.toHaveBeenCalled();
  shuts("sheet");
  expect(onClose).toHaveBeenCalledOnce();
});

describe("what goes wrong", () => {
  it("an error state shows the sentence, a retry and the request id", () => {
    const retry = vi.fn();
    show(<ErrorState failure={{ code: "UNAVAILABLE", kind: "unavailable", requestId: "req-7" }} onRetry={retry} />);
    expect(screen.getByRole("alert").textContent).toContain("req-7");
    fireEvent.click(screen.getByRole("button", { name: "重试" }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it("a page that breaks shows an id, and the next page is drawn again", () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const Broken = (): ReactNode => {
      throw Object.assign(new Error("boom"), { requestId: "req-9" });
    };
    const page = (path: string, content: ReactNode) => (
      <TestTexts>
        <ErrorBoundary resetKey={path}>{content}</ErrorBoundary>
      </TestTexts>
    );
    const { rerender } = render(page("/a", <Broken />));
    expect(screen.getByRole("alert").textContent).toContain("req-9");
    rerender(page("/b", <p>下一页</p>));
    expect(screen.getByText("下一页")).toBeTruthy();
  });
});
