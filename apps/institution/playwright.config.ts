import { stories } from "@daichao/config/playwright";

export default await stories("institution");
