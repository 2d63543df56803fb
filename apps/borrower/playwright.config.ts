import { stories } from "@daichao/config/playwright";

// A Wednesday before a working Thursday, with the make-up days and holidays of autumn around it.
export default await stories("borrower", { dayZero: "2026-09-23" });
