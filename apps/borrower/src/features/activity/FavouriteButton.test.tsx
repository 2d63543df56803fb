import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { ToastRegion } from "@daichao/ui/light";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import noticesEn from "../../lib/notices/messages/en-US.json";
import noticesZh from "../../lib/notices/messages/zh-CN.json";
import { SessionProvider } from "../../lib/session.tsx";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { FavouriteButton } from "./FavouriteButton.tsx";

afterEach(cleanup);
const own = { "zh-CN": { ...zhCN, ...noticesZh }, "en-US": { ...enUS, ...noticesEn } };
const viewer = (kind: string) => ({
  data: {
    viewer: { __typename: "Viewer", id: "v", kind, displayName: "李强", permissions: [], isFrozen: false },
  },
});
const kept = (...ids: string[]) => ({
  data: {
    favourites: ids.map((id) => ({
      __typename: "Favourite",
      product: { __typename: "Product", id, isFavourite: true },
    })),
  },
});

function stars(answers: Parameters<typeof createTestClient>[0]) {
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient(answers)}>
        <MemoryRouter>
          <ToastRegion>
            <SessionProvider>
              {["a", "b", "c"].map((id) => (
                <FavouriteButton key={id} productId={id} name={`产品${id}`} isCompact />
              ))}
            </SessionProvider>
          </ToastRegion>
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}
const pressed = () => screen.getAllByRole("button", { name: /产品/ }).map((star) => star.getAttribute("aria-pressed"));

test("2-35: the stars of a list ask once for all, say whose product they are, and move when pressed", async () => {
  let asked = 0;
  stars({
    Session: viewer("BORROWER"),
    FavouriteButton: () => {
      asked += 1;
      return kept("b");
    },
    ToggleFavourite: ({ input }) => ({
      data: { toggleFavourite: { __typename: "Product", id: input.productId, isFavourite: input.isFavourite } },
    }),
  });
  await waitFor(() => expect(pressed()).toEqual(["false", "true", "false"]));
  expect(asked).toBe(1);
  fireEvent.click(screen.getByRole("button", { name: /产品a/ }));
  fireEvent.click(screen.getByRole("button", { name: /产品b/ }));
  await waitFor(() => expect(pressed()).toEqual(["true", "false", "false"]));
});

test("2-35: a star that was refused goes back to where it was", async () => {
  stars({
    Session: viewer("BORROWER"),
    FavouriteButton: kept(),
    ToggleFavourite: refusal("FAVOURITE_FULL", "conflict", { message: "收藏已满" }),
  });
  await waitFor(() => expect(pressed()).toEqual(["false", "false", "false"]));
  fireEvent.click(screen.getByRole("button", { name: /产品a/ }));
  await screen.findByText("收藏已满");
  expect(pressed()).toEqual(["false", "false", "false"]);
});

test("2-35: a guest is shown the way in, by a link that names the product", async () => {
  stars({ Session: viewer("GUEST") });
  const links = await screen.findAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["/auth", "/auth", "/auth"]);
  expect(links[0]?.getAttribute("aria-label")).toContain("产品a");
});
