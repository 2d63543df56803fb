import { BusinessClockProvider } from "../../lib/business-clock.tsx";
import { ShortcutProvider } from "../../lib/shortcuts.tsx";
import { Shell } from "./Shell.tsx";

/** What all pages of signed-in staff stand on: business time, the keyboard, the frame. */
export function Workbench() {
  return (
    <BusinessClockProvider>
      <ShortcutProvider>
        <Shell />
      </ShortcutProvider>
    </BusinessClockProvider>
  );
}
