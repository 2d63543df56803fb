import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter, useLocation, useNavigate } from "react-router";
import { afterEach, expect, test } from "vitest";
import { usePaying } from "./usePaying.ts";

afterEach(cleanup);

function Loan() {
  const { isOpen, open, close } = usePaying();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output>{`${pathname}${search} ${isOpen ? "paying" : "loan"}`}</output>
      <button type="button" onClick={open}>
        open
      </button>
      <button type="button" onClick={close}>
        close
      </button>
      <button type="button" onClick={() => void navigate(-1)}>
        back
      </button>
    </>
  );
}
const visit = (...entries: string[]) =>
  render(
    <MemoryRouter initialEntries={entries}>
      <Loan />
    </MemoryRouter>,
  );
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const at = (place: string) => waitFor(() => expect(screen.getByRole("status").textContent).toBe(place));

test("B-22 the way to pay in the list leads straight to the payment; closed, the loan stays and back is the list", async () => {
  visit("/loans", "/loans/l1?pay=1");
  await at("/loans/l1?pay=1 paying");
  press("close");
  await at("/loans/l1 loan");
  press("back");
  await at("/loans loan");
});

test("B-22 a payment opened over the loan is closed by going back, and closing it leaves no step behind", async () => {
  visit("/loans", "/loans/l1");
  press("open");
  await at("/loans/l1?pay=1 paying");
  press("back");
  await at("/loans/l1 loan");
  press("open");
  await at("/loans/l1?pay=1 paying");
  press("close");
  await at("/loans/l1 loan");
  press("back");
  await at("/loans loan");
});
