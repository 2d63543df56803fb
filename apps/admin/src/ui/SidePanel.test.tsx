import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { SidePanel } from "./SidePanel.tsx";

afterEach(cleanup);

function Opens() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      <SidePanel title="panel" open={isOpen} onClose={() => setOpen(false)}>
        <button type="button" onClick={() => setOpen(false)}>
          done
        </button>
      </SidePanel>
    </>
  );
}

test("a panel that is closed while it still opens gives the focus back to what opened it", () => {
  render(<Opens />);
  const opener = screen.getByText("open");
  opener.focus();
  fireEvent.click(opener);
  const inside = screen.getByText("done");
  inside.focus();
  expect(document.activeElement).toBe(inside);
  fireEvent.click(inside);
  expect(document.activeElement).toBe(opener);
});
