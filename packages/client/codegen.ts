import { schemaCodegen } from "@daichao/config/codegen";

export default schemaCodegen("src/schema.generated.ts");
