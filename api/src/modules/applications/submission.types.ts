import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description: "A product of a submission that could not be applied for; it stays in the draft.",
  simpleResolvers: true,
})
export class SubmissionRefusal {
  @Field(() => String, { description: "One of the declared error codes." })
  code: string;
}

@ObjectType({ description: "What came of a submission.", simpleResolvers: true })
export class SubmitApplicationsPayload {
  @Field(() => [SubmissionRefusal], { description: "The others, each with its reason." })
  refused: SubmissionRefusal[];
}
