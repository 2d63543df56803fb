import { defineLoader, inOrder } from "../../kernel/loader/index.js";
import * as bankOrders from "./bank-order.repository.js";

export const bankOrderById = defineLoader("bankOrderById", async (reader, ids: readonly string[]) =>
  inOrder(ids, await bankOrders.byIds(reader, ids), (row) => row.id),
);
