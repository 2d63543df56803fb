import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TestTexts } from "../testing.tsx";
import { DemoAccounts, EntryPage, type EntrySteps, SignInSteps } from "./index.ts";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (node: ReactNode, locale: "zh-CN" | "en-US" = "en-US") =>
  render(
    <TestTexts locale={locale} own={{ "zh-CN": zhCN, "en-US": enUS }}>
      {node}
    </TestTexts>,
  );

const refused = { code: "IDENTITY_WRONG_PASSWORD", kind: "invalid", message: "Wrong login or password" };

/** A way in that answers when it is told to. */
function door(isCodeWanted = false) {
  let answer: (failure: typeof refused | null) => void = () => {};
  const attempt = () =>
    new Promise<typeof refused | null>((resolve) => {
      answer = resolve;
    });
  const steps = {
    isCodeWanted,
    enterPassword: vi.fn<EntrySteps["enterPassword"]>(attempt),
    enterCode: vi.fn<EntrySteps["enterCode"]>(attempt),
    goBack: vi.fn(),
  };
  return {
    steps,
    attempt: vi.fn<(key: string) => ReturnType<typeof attempt>>(attempt),
    answers: (failure: typeof refused | null) => act(async () => answer(failure)),
  };
}

const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const button = (name: string) => screen.getByRole("button", { name });

describe("the password", () => {
  it("is handed on with the login as they were typed, and not before both are there", () => {
    const { steps } = door();
    show(<SignInSteps steps={steps} />);
    write("Login", " wang@bank ");
    expect(button("Sign in")).toHaveProperty("disabled", true);
    write("Password", " secret ");
    fireEvent.click(button("Sign in"));
    expect(steps.enterPassword.mock.calls).toEqual([[" wang@bank ", " secret "]]);
    expect(button("Sign in").getAttribute("aria-busy")).toBe("true");
  });

  it("that was wrong is said so, what was typed stays, and the sentence goes with the next attempt", async () => {
    const { steps, answers } = door();
    show(<SignInSteps steps={steps} />);
    write("Login", "wang");
    write("Password", "wrong");
    fireEvent.click(button("Sign in"));
    await answers(refused);
    expect(screen.getByRole("alert").textContent).toBe("Wrong login or password");
    expect(screen.getByLabelText("Password")).toHaveProperty("value", "wrong");
    expect(button("Sign in").getAttribute("aria-busy")).not.toBe("true");
    fireEvent.click(button("Sign in"));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("boxes are what password managers look for", () => {
    show(<SignInSteps steps={door().steps} />);
    expect(screen.getByLabelText("Login").getAttribute("autocomplete")).toBe("username");
    expect(screen.getByLabelText("Password").getAttribute("autocomplete")).toBe("current-password");
  });
});

describe("the code of the second factor", () => {
  it("goes out with its last digit; a refused one leaves room for the next", async () => {
    const { steps, answers } = door(true);
    show(<SignInSteps steps={steps} />);
    write("Authenticator code", "12345");
    expect(button("Verify and sign in")).toHaveProperty("disabled", true);
    write("Authenticator code", "123456");
    expect(steps.enterCode.mock.calls).toEqual([["123456"]]);
    await answers(refused);
    expect(screen.getByRole("alert").textContent).toBe("Wrong login or password");
    expect(screen.getByLabelText("Authenticator code")).toHaveProperty("value", "");
  });

  it("that was taken stays where it is until the page goes on", async () => {
    const { steps, answers } = door(true);
    show(<SignInSteps steps={steps} />);
    write("Authenticator code", "123456");
    await answers(null);
    expect(screen.getByLabelText("Authenticator code")).toHaveProperty("value", "123456");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("is left for another account", () => {
    const { steps } = door(true);
    show(<SignInSteps steps={steps} />);
    fireEvent.click(button("Use another account"));
    expect(steps.goBack).toHaveBeenCalledOnce();
  });
});

describe("the demo accounts", () => {
  const accounts = [
    { key: "li", kind: "INSTITUTION", label: "Reviewer · Li", login: "li@bank", institutionName: "River Bank" },
    { key: "su", kind: "PLATFORM", label: "Administrator · Su", login: "su@platform", institutionName: null },
    { key: "he", kind: "BORROWER", label: "Borrower · He", login: "199", institutionName: null },
  ];

  it("are those of the app, told by their house or else by their login", () => {
    const { attempt } = door();
    show(<DemoAccounts accounts={accounts} kind="PLATFORM" onChoose={attempt} />);
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Administrator · Susu@platform",
    ]);
    cleanup();
    show(<DemoAccounts accounts={accounts} kind="INSTITUTION" onChoose={attempt} />);
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["Reviewer · LiRiver Bank"]);
    expect(screen.getByRole("region", { name: "Demo accounts, one press to sign in" })).toBeTruthy();
  });

  it("sign in with one press, one at a time, and say why not", async () => {
    const { attempt, answers } = door();
    show(<DemoAccounts accounts={accounts} kind="PLATFORM" onChoose={attempt} />);
    const account = screen.getByRole("button");
    fireEvent.click(account);
    expect(attempt.mock.calls).toEqual([["su"]]);
    expect(account).toHaveProperty("disabled", true);
    await answers(refused);
    expect(account).toHaveProperty("disabled", false);
    expect(screen.getByRole("alert").textContent).toBe("Wrong login or password");
  });

  it("are not spoken of where there are none", () => {
    const { container } = show(<DemoAccounts accounts={accounts.slice(2)} kind="PLATFORM" onChoose={door().attempt} />);
    expect(container.textContent).toBe("");
  });
});

describe("the page", () => {
  beforeEach(() => {
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  });

  const page = (hasEnded: boolean) => (
    <EntryPage brand="贷超平台管理" title="登录平台管理" lead="仅供平台员工使用" hasEnded={hasEnded}>
      <p>ways in</p>
    </EntryPage>
  );

  it("says whose app it is and whom it is for, with language and appearance at hand before anyone signs in", () => {
    show(page(false), "zh-CN");
    expect(screen.getByRole("banner").textContent).toContain("贷超平台管理");
    expect(screen.getByRole("main").textContent).toBe("登录平台管理仅供平台员工使用ways in");
    expect(screen.getByRole("main").id).toBe("main");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("登录平台管理");
    expect(screen.getByRole("banner").querySelector("button")).toBeTruthy();
  });

  it("says in place of that why somebody is here again", () => {
    show(page(true), "zh-CN");
    expect(screen.getByRole("main").textContent).toBe(
      "登录平台管理登录已失效，请重新登录，之后会回到原来的页面ways in",
    );
  });
});
