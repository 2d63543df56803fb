import { Max, Min } from "class-validator";
import { ArgsType, Field, Int } from "type-graphql";
import { MAX_PAGE, type PageRequest } from "../../kernel/page/index.js";
import { LicenceKind } from "./institution.states.js";

@ArgsType()
export class InstitutionArgs implements PageRequest {
  @Field(() => LicenceKind, { nullable: true, description: "Only lenders with this licence." })
  licenceKind?: LicenceKind | null;

  @Field(() => Int, { defaultValue: 50, description: "How many, 1 to 100." })
  @Min(1)
  @Max(MAX_PAGE)
  first: number;

  @Field(() => String, { nullable: true, description: "Cursor of the last item already seen." })
  after?: string | null;
}
