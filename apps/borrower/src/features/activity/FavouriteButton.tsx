import { useFragment, useQuery } from "@apollo/client/react";
import { rememberReturnUrl, toFailure } from "@daichao/client";
import { StarFilledIcon, StarIcon } from "@daichao/ui";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, LinkButton, useToast } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { noteActivity } from "../../lib/activity.ts";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import { useToggleFavourite } from "./useToggleFavourite.ts";

// Asked once however many stars a page has: they share the answer.
const FavouriteButtonDocument = graphql(`
  query FavouriteButton {
    favourites {
      product {
        id
        isFavourite
      }
    }
  }
`);

const FavouriteStar = graphql(`
  fragment FavouriteStar on Product {
    isFavourite
  }
`);

export interface FavouriteButtonProps {
  productId: string;
  name: string;
  /** A star without words, for a row. */
  isCompact?: boolean;
}

/** The star of a product: keeps it, lets it go, or shows a guest the way in. */
export function FavouriteButton(props: FavouriteButtonProps) {
  const { isKnown, isSignedIn } = useSession();
  if (!isKnown) return null;
  return isSignedIn ? <OwnStar {...props} /> : <GuestStar {...props} />;
}

function GuestStar({ name, isCompact = false }: FavouriteButtonProps) {
  const t = useT();
  return (
    <LinkButton
      href="/auth"
      size="small"
      variant="quiet"
      icon={StarIcon}
      title={t("favourite.signIn")}
      aria-label={isCompact ? t("favourite.addOf", { name }) : undefined}
      onClick={() => rememberReturnUrl()}
    >
      {isCompact ? undefined : t("favourite.add")}
    </LinkButton>
  );
}

function OwnStar({ productId, name, isCompact = false }: FavouriteButtonProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const toggle = useToggleFavourite();
  const { data } = useQuery(FavouriteButtonDocument);
  const pressed = useFragment({ fragment: FavouriteStar, from: { __typename: "Product", id: productId } });
  const isListed = data?.favourites.some(({ product }) => product.id === productId) ?? false;
  const isFavourite = pressed.complete ? pressed.data.isFavourite : isListed;
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
      {isCompact ? undefined : t(isFavourite ? "favourite.remove" : "favourite.add")}
    </Button>
  );
}
