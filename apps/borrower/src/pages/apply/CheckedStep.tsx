import type { ReactNode } from "react";
import { useState } from "react";
import { stepForm } from "../../features/applications/WizardFrame.tsx";
import { FormError } from "../../ui/FormError.tsx";

export interface CheckedStepProps {
  /** What keeps one from going on; said once that was tried. */
  error: string | null;
  onNext: () => void;
  children: ReactNode;
}

/** A step whose own form saves by itself: going on only asks whether it is done. */
export function CheckedStep({ error, onNext, children }: CheckedStepProps) {
  const [wasTried, setTried] = useState(false);
  return (
    <>
      <FormError>{wasTried ? error : null}</FormError>
      {children}
      <form
        id={stepForm}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (error === null) onNext();
        }}
      />
    </>
  );
}
