import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import accountEn from "../lib/account/messages/en-US.json";
import accountZh from "../lib/account/messages/zh-CN.json";
import placesEn from "../lib/places/messages/en-US.json";
import placesZh from "../lib/places/messages/zh-CN.json";
import { ProvinceSelect } from "./ProvinceSelect.tsx";

afterEach(cleanup);
const own = { "zh-CN": { ...accountZh, ...placesZh }, "en-US": { ...accountEn, ...placesEn } };

const regions: readonly string[] = Object.values(placesZh).flat();

function draw(value: string) {
  const chosen = vi.fn();
  render(
    <TestTexts own={own}>
      <ProvinceSelect label="省份" value={value} onValue={chosen} />
    </TestTexts>,
  );
  const box = screen.getByLabelText("省份") as HTMLSelectElement;
  return { box, chosen, names: [...box.options].map(({ text }) => text) };
}

test("B-14 the province is one of the 34 regions, told by its full name", () => {
  const { box, chosen, names } = draw("");
  expect(names.filter((name) => regions.includes(name))).toHaveLength(34);
  fireEvent.change(box, { target: { value: "浙江省" } });
  expect(chosen).toHaveBeenCalledWith("浙江省");
});

test("a name that was kept before stays chosen until another is", () => {
  const { box, names } = draw("江南");
  expect(box.value).toBe("江南");
  expect(names).toContain("江南");
  cleanup();
  expect(draw("江苏省").names.filter((name) => name === "江苏省")).toHaveLength(1);
});
