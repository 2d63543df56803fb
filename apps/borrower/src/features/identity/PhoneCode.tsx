import { checkMobile } from "@daichao/finance";
import { Button, OtpInput, TextField } from "@daichao/ui/light";
import { useRef, useState } from "react";
import { useT } from "../../lib/texts.ts";
import styles from "./PhoneCode.module.css";
import type { Code } from "./useCode.ts";

export interface PhoneCodeProps {
  phone: string;
  onPhone: (phone: string) => void;
  code: string;
  onCode: (code: string) => void;
  sms: Code;
  onSend: () => void;
  phoneError?: string;
  codeError?: string;
  phoneLabel?: string;
  /** The phone is known and only its code is asked for. */
  phoneFixed?: boolean;
}

export const isMobile = (phone: string): boolean => checkMobile(phone).valid;

/** A phone number and the code sent to it. */
export function PhoneCode(props: PhoneCodeProps) {
  const { phone, onPhone, code, onCode, sms, onSend, phoneError, codeError, phoneLabel, phoneFixed = false } = props;
  const t = useT();
  const { challenge, cooling, isSending } = sms;
  const [wasAsked, setAsked] = useState(false);
  const phoneBox = useRef<HTMLInputElement>(null);
  const isKnown = phoneFixed || isMobile(phone);
  const send = () => {
    setAsked(true);
    if (isKnown) onSend();
    else phoneBox.current?.focus();
  };
  const label =
    cooling > 0 ? t("code.again", { seconds: cooling }) : t(challenge === null ? "code.send" : "code.resend");
  return (
    <>
      {!phoneFixed && (
        <TextField
          label={phoneLabel ?? t("phone.label")}
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          maxLength={20}
          required
          value={phone}
          error={phoneError ?? (wasAsked && !isKnown ? t("form.phone") : undefined)}
          ref={phoneBox}
          onValueChange={(typed) => onPhone(typed.replace(/[^\d+]/g, ""))}
        />
      )}
      <div className={styles.code}>
        <OtpInput value={code} onValueChange={onCode} error={codeError} />
        <Button onClick={send} loading={isSending} disabled={cooling > 0} className={styles.send}>
          {label}
        </Button>
        {challenge !== null && (
          <p className={styles.sent} role="status">
            {t("code.sent", { phone: challenge.phoneMasked })}
          </p>
        )}
      </div>
    </>
  );
}
