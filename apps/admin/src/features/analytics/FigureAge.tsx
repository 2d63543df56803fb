import { Instant } from "@daichao/ui/light";
import { useEffect, useState } from "react";
import { useT } from "../../lib/texts.ts";

/** When the figures were counted, and how long ago that is. Seconds are counted from their arrival here. */
export function FigureAge({ countedAt }: { countedAt: string }) {
  const t = useT();
  const [age, setAge] = useState({ countedAt, seconds: 0 });
  useEffect(() => {
    setAge({ countedAt, seconds: 0 });
    const timer = setInterval(() => setAge((past) => ({ ...past, seconds: past.seconds + 1 })), 1_000);
    return () => clearInterval(timer);
  }, [countedAt]);
  return (
    <span>
      <Instant at={countedAt} /> · {t("figure.age", { seconds: age.countedAt === countedAt ? age.seconds : 0 })}
    </span>
  );
}
