import { classNames, VisuallyHidden } from "@daichao/ui/light";
import type { ContactChannel, ContactMatrix_PreferencesFragment, NoticeKind } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./ContactMatrix.module.css";

graphql(`
  fragment ContactMatrix_preferences on ContactPreferences {
    phoneMasked
    channels {
      kind
      channel
      isOn
      isFixed
    }
  }
`);

const channels: readonly ContactChannel[] = ["IN_APP", "SMS", "EMAIL"];

export interface ContactMatrixProps {
  preferences: ContactMatrix_PreferencesFragment;
  onChoose: (choice: { kind: NoticeKind; channel: ContactChannel; isOn: boolean }) => void;
}

/** Every kind of notice on every channel; what cannot be switched off is ticked and says why. */
export function ContactMatrix({ preferences, onChoose }: ContactMatrixProps) {
  const t = useT();
  const kinds = [...new Set(preferences.channels.map(({ kind }) => kind))];
  const settingOf = (kind: NoticeKind, channel: ContactChannel) =>
    preferences.channels.find((one) => one.kind === kind && one.channel === channel);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{t("contact.caption")}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("contact.kind")}</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {t(`channel.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`noticeKind.${kind}`)}</th>
              {channels.map((channel) => {
                const setting = settingOf(kind, channel);
                return (
                  <td key={channel}>
                    <label className={styles.box} title={setting?.isFixed ? t("contact.fixed") : undefined}>
                      <VisuallyHidden>
                        {t(`noticeKind.${kind}`)} · {t(`channel.${channel}`)}
                        {setting?.isFixed && ` · ${t("contact.fixed")}`}
                      </VisuallyHidden>
                      <input
                        type="checkbox"
                        checked={setting?.isOn ?? false}
                        disabled={setting?.isFixed ?? true}
                        onChange={(event) => onChoose({ kind, channel, isOn: event.target.checked })}
                      />
                    </label>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classNames(styles.quiet, styles.note)}>
        {t("contact.to", { phone: preferences.phoneMasked })} · {t("contact.fixed")}
      </p>
    </div>
  );
}
