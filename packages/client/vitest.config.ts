import { componentTests } from "@daichao/config/vitest";

export default componentTests();
