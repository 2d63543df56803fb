import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import enUS from "../../lib/account/messages/en-US.json";
import zhCN from "../../lib/account/messages/zh-CN.json";
import { RegisterForm } from "./RegisterForm.tsx";

afterEach(cleanup);

const code = {
  data: {
    requestCode: {
      __typename: "CodeRequest",
      challengeId: "c1",
      expiresAt: "2026-11-22T12:00:00Z",
      resendAfterSeconds: 60,
      phoneMasked: "138****5678",
    },
  },
};

function open(answers: Parameters<typeof createTestClient>[0]) {
  render(
    <TestTexts own={{ "zh-CN": zhCN, "en-US": enUS }}>
      <ClientProvider client={createTestClient(answers)}>
        <MemoryRouter>
          <RegisterForm />
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function fillIn() {
  type("手机号", "13812345678");
  fireEvent.click(screen.getByRole("button", { name: "获取验证码" }));
  await screen.findByText("已发送至 138****5678");
  type("验证码", "123456");
  type("新密码", "a long enough one");
}

test("the terms are not ticked beforehand and nothing is sent without them", async () => {
  let sent = 0;
  const Register = () => {
    sent += 1;
    return refusal("INTERNAL", "internal");
  };
  open({ RequestCode: code, Register });
  expect((screen.getByRole("checkbox") as HTMLInputElement).checked).toBe(false);
  await fillIn();
  fireEvent.click(screen.getByRole("button", { name: "注册" }));
  expect((await screen.findByRole("alert")).textContent).toBe("请先阅读并同意用户协议与隐私政策");
  expect(sent).toBe(0);
});

test("B-15 a code asked for with half a number is not sent: the number says why and has the focus", () => {
  let asked = 0;
  open({
    RequestCode: () => {
      asked += 1;
      return code;
    },
  });
  type("手机号", "1381234");
  fireEvent.click(screen.getByRole("button", { name: "获取验证码" }));
  const box = screen.getByLabelText("手机号");
  expect(box.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText(zhCN["form.phone"])).toBeTruthy();
  expect(document.activeElement).toBe(box);
  expect(asked).toBe(0);
});

test("B-15 after a code was sent another one waits for the cool-down", async () => {
  open({ RequestCode: code });
  type("手机号", "13812345678");
  fireEvent.click(screen.getByRole("button", { name: "获取验证码" }));
  const again = await screen.findByRole("button", { name: /秒后重试/ });
  expect(again.hasAttribute("disabled")).toBe(true);
});

test("B-15 a wrong code is said at the code, where the focus goes", async () => {
  const message = "验证码不正确，还可尝试 4 次";
  open({ RequestCode: code, Register: refusal("IDENTITY_CODE_WRONG", "invalid", { message, field: "code" }) });
  await fillIn();
  fireEvent.click(screen.getByRole("checkbox"));
  fireEvent.click(screen.getByRole("button", { name: "注册" }));
  await screen.findByText(message);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("验证码")));
});
