import { useMutation } from "@apollo/client/react";
import { useDaichaoClient } from "@daichao/client";
import { SignOutIcon, UserIcon } from "@daichao/ui";
import { LinkButton, MenuList, Popup, PreferencesMenu, Skeleton } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { forgetKept } from "../../lib/offline/kept-answer.ts";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import { useNarrow } from "../../lib/use-narrow.ts";
import styles from "./Shell.module.css";
import { LaterBell } from "./ShellLater.tsx";

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut {
      id
      kind
    }
  }
`);

function useSignOut(): () => void {
  const client = useDaichaoClient();
  const [signOut] = useMutation(SignOutDocument, { fetchPolicy: "no-cache" });
  return () =>
    void signOut().then(async () => {
      await client.signedOut();
      await forgetKept();
      // A new start: nothing of the person who left stays in memory or on screen.
      location.assign("/");
    });
}

/** At the end of the header: who is here, language and appearance. */
export function ShellActions() {
  const t = useT();
  const { viewer, isKnown } = useSession();
  const signOut = useSignOut();
  const isNarrow = useNarrow();
  return (
    <>
      <PreferencesMenu />
      {!isKnown && <Skeleton silent width={72} height={36} />}
      {isKnown && viewer === null && (
        <LinkButton href="/auth" variant="primary" size="small">
          {t("shell.signIn")}
        </LinkButton>
      )}
      {viewer !== null && <LaterBell className={styles.bell} />}
      {viewer !== null && (
        <Popup label={viewer.displayName} icon={UserIcon} size="small" iconOnly={isNarrow}>
          <p className={styles.name}>{viewer.displayName}</p>
          <MenuList
            label={t("shell.user")}
            items={[
              { key: "me", label: t("tab.me"), icon: UserIcon, href: "/me" },
              { key: "out", label: t("shell.signOut"), icon: SignOutIcon, onPress: signOut },
            ]}
          />
        </Popup>
      )}
    </>
  );
}
