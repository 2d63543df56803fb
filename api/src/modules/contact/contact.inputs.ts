import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { ContactChannel, NoticeKind } from "./contact.states.js";

@InputType({ description: "One choice." })
export class ContactChoiceInput {
  @Field(() => NoticeKind, { description: "What it is about." })
  kind: NoticeKind;

  @Field(() => ContactChannel, { description: "How it comes." })
  channel: ContactChannel;

  @Field(() => Boolean, { description: "On or off." })
  isOn: boolean;
}

@InputType({ description: "How you want to be reached." })
export class SaveContactPreferencesInput {
  @ArrayMaxSize(50)
  @ValidateNested()
  @Field(() => [ContactChoiceInput], { description: "What to change; the rest stays." })
  choices: ContactChoiceInput[];

  @Field(() => String, { description: "Beginning of the quiet hours, such as 22:00." })
  quietFrom: string;

  @Field(() => String, { description: "Their end, such as 08:00; equal to the beginning means none." })
  quietTo: string;
}

@InputType({ description: "An e-mail address to write to." })
export class SetContactEmailInput {
  @MaxLength(120)
  @Field(() => String, { nullable: true, description: "The address; without it the present one is forgotten." })
  email?: string | null;
}

@InputType({ description: "The code that came to the address." })
export class ConfirmContactEmailInput {
  @MaxLength(12)
  @Field(() => String, { description: "Six digits." })
  code: string;
}
