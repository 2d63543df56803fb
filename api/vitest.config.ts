import { apiTests } from "@daichao/config/vitest";

export default apiTests();
