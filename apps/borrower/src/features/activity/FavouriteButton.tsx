import { useQuery } from "@apollo/client/react";
import { rememberReturnUrl, toFailure } from "@daichao/client";
import { StarFilledIcon, StarIcon } from "@daichao/ui";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, LinkButton, useToast } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { noteActivity } from "../../lib/activity.ts";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import { useToggleFavourite } from "./useToggleFavourite.ts";

const FavouriteButtonDocument = graphql(`
  query FavouriteButton($id: ID!) {
    product(id: $id) {
      id
      isFavourite
    }
  }
`);

/** The star of a product: keeps it, lets it go, or shows a guest the way in. */
export function FavouriteButton({ productId, name }: { productId: string; name: string }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const { isKnown, isSignedIn } = useSession();
  const toggle = useToggleFavourite();
  const { data } = useQuery(FavouriteButtonDocument, { variables: { id: productId }, skip: !isSignedIn });
  if (!isKnown) return null;
  if (!isSignedIn)
    return (
      <LinkButton
        href="/auth"
        size="small"
        variant="quiet"
        icon={StarIcon}
        title={t("favourite.signIn")}
        onClick={() => rememberReturnUrl()}
      >
        {t("favourite.add")}
      </LinkButton>
    );
  const isFavourite = data?.product?.isFavourite ?? false;
  const press = async (): Promise<void> => {
    try {
      await toggle(productId, !isFavourite);
      if (!isFavourite) noteActivity({ kind: "FAVOURITED", productId });
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
  };
  return (
    <Button
      size="small"
      variant="quiet"
      icon={isFavourite ? StarFilledIcon : StarIcon}
      aria-pressed={isFavourite}
      aria-label={t(isFavourite ? "favourite.removeOf" : "favourite.addOf", { name })}
      onClick={() => void press()}
    >
      {t(isFavourite ? "favourite.remove" : "favourite.add")}
    </Button>
  );
}
