import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ContactChannel, NoticeKind } from "./contact.states.js";

registerEnumType(NoticeKind, {
  name: "NoticeKind",
  description: "What a notice is about. Advertising is none of them: none is sent.",
  valuesConfig: {
    APPLICATION: { description: "The course of an application, such as a document asked for." },
    OFFER: { description: "What an institution offers, and until when." },
    CONTRACT: { description: "A contract to sign, signed, or paid out." },
    REPAYMENT: { description: "Payments, and what is overdue." },
    PRODUCT_ALERT: { description: "A favourite or saved search: a lower cost or a new product." },
    PRIVACY: { description: "Consents and who looked at one's data." },
  },
});

registerEnumType(ContactChannel, {
  name: "ContactChannel",
  description: "How a notice reaches somebody.",
  valuesConfig: {
    IN_APP: { description: "In the app, under messages." },
    SMS: { description: "To the phone number of the account." },
    EMAIL: { description: "To a confirmed address." },
  },
});

@ObjectType({ description: "One kind of notice on one channel.", simpleResolvers: true })
export class ContactChannelSetting {
  @Field(() => NoticeKind, { description: "What it is about." })
  kind: NoticeKind;

  @Field(() => ContactChannel, { description: "How it comes." })
  channel: ContactChannel;

  @Field(() => Boolean, { description: "Whether it comes this way." })
  isOn: boolean;

  @Field(() => Boolean, { description: "Whether it cannot be switched off: the record of one's own business." })
  isFixed: boolean;
}

@ObjectType({ description: "How a borrower wants to be reached.", simpleResolvers: true })
export class ContactPreferences {
  @Field(() => [ContactChannelSetting], { description: "Every kind on every channel, defaults filled in." })
  channels: ContactChannelSetting[];

  @Field(() => String, { description: "Beginning of the quiet hours in Asia/Shanghai, such as 22:00." })
  quietFrom: string;

  @Field(() => String, { description: "Their end, such as 08:00; equal to the beginning means none." })
  quietTo: string;

  @Field(() => String, { description: "The phone number messages go to, masked." })
  phoneMasked: string;

  @Field(() => String, { nullable: true, description: "The e-mail address, masked; null where none was given." })
  emailMasked: string | null;

  @Field(() => Boolean, {
    description: "Whether a code has come back from that address. Before, nothing else goes to it.",
  })
  isEmailConfirmed: boolean;
}
