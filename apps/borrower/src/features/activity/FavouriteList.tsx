import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Anchor, Button, EmptyState, Instant, LinkButton, Rate, Tag, useToast } from "@daichao/ui/light";
import type { FavouriteList_FavouriteFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./saved.module.css";
import { useToggleFavourite } from "./useToggleFavourite.ts";

graphql(`
  fragment FavouriteList_favourite on Favourite {
    addedAt
    hasChanged
    annualCostMax
    product {
      id
      slug
      name
      isAvailable
      isFavourite
      annualCost {
        max
      }
      institution {
        id
        shortName
      }
    }
  }
`);

/** Favourites as they are now beside what they were; one let go leaves the list at once. */
export function FavouriteList({ favourites }: { favourites: readonly FavouriteList_FavouriteFragment[] }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const toggle = useToggleFavourite();
  const kept = favourites.filter(({ product }) => product.isFavourite);
  if (kept.length === 0)
    return (
      <EmptyState
        title={t("favourite.none")}
        reason={t("favourite.noneReason")}
        action={<LinkButton href="/products">{t("favourite.find")}</LinkButton>}
      />
    );
  const letGo = async (productId: string): Promise<void> => {
    try {
      await toggle(productId, false);
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
  };
  return (
    <ul className={styles.list}>
      {kept.map(({ product, addedAt, hasChanged, annualCostMax }) => (
        <li key={product.id} className={styles.item}>
          <div className={styles.head}>
            <div className={styles.words}>
              <Anchor href={`/products/${product.slug}`} className={styles.name}>
                {product.name}
              </Anchor>{" "}
              <span className={styles.quiet}>{product.institution.shortName}</span>
              <p className={styles.quiet}>
                <Rate label={t("favourite.costMax")} rate={product.annualCost.max} />
                {annualCostMax !== product.annualCost.max && (
                  <>
                    {" "}
                    · <Rate label={t("favourite.costThen")} rate={annualCostMax} />
                  </>
                )}{" "}
                · {t("favourite.addedAt")} <Instant at={addedAt} />
              </p>
            </div>
            <Button
              size="small"
              aria-label={t("favourite.dropOf", { name: product.name })}
              onClick={() => void letGo(product.id)}
            >
              {t("favourite.drop")}
            </Button>
          </div>
          {(!product.isAvailable || hasChanged) && (
            <p className={styles.tags}>
              {!product.isAvailable && <Tag family="warning">{t("favourite.gone")}</Tag>}
              {product.isAvailable && hasChanged && <Tag family="info">{t("favourite.changed")}</Tag>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
