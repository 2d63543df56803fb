import { appCodegen } from "@daichao/config/codegen";

export default appCodegen("borrower");
