import { ClientProvider, rememberReturnUrl } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, expect, test } from "vitest";
import accountEn from "../../lib/account/messages/en-US.json";
import accountZh from "../../lib/account/messages/zh-CN.json";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { AuthPage } from "./AuthPage.tsx";

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

function open(at = "/auth") {
  render(
    <TestTexts own={{ "zh-CN": { ...zhCN, ...accountZh }, "en-US": { ...enUS, ...accountEn } }} locale="en-US">
      <ClientProvider client={createTestClient({ AuthPage: { data: { demoAccounts: null } } })}>
        <MemoryRouter initialEntries={[at]}>
          <Routes>
            <Route path="auth/:mode?" element={<AuthPage />} />
          </Routes>
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}

test("a guest who was about to apply is told why they sign in, and that they go on there", () => {
  rememberReturnUrl("/apply?products=p1,p2&amount=120000");
  open("/auth/register");
  expect(screen.getByText(accountEn["auth.why.apply"])).toBeTruthy();
});

test("a guest on the way to another page of their own is told that they go on there", () => {
  rememberReturnUrl("/loans");
  open();
  expect(screen.getByText(accountEn["auth.why.page"])).toBeTruthy();
});

test("who came by themselves, or whose session has ended, is not told that they were going anywhere", () => {
  open();
  expect(screen.queryByText(accountEn["auth.why.page"])).toBeNull();
  cleanup();
  rememberReturnUrl("/loans");
  open("/auth?ended=1");
  expect(screen.queryByText(accountEn["auth.why.page"])).toBeNull();
  expect(screen.getByText(accountEn["auth.ended"])).toBeTruthy();
});
