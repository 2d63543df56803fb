import { ServerError, ServerParseError } from "@apollo/client/errors";
import { ApolloLink } from "@apollo/client/link";
import { Observable } from "rxjs";

export interface PostOptions {
  readonly url: string;
  readonly fetch: typeof fetch;
}

/**
 * Sends one operation as one POST: name, variables and extensions, never a text. Apollo's own link would bring the
 * printer of documents, GET urls and multipart answers into the first load, and none of them is ever used here.
 */
export function createPostLink({ url, fetch: send }: PostOptions): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const abort = new AbortController();
        const { operationName, variables, extensions } = operation;
        send(url, {
          method: "POST",
          credentials: "same-origin",
          headers: {
            accept: "application/graphql-response+json,application/json;q=0.9",
            "content-type": "application/json",
            ...operation.getContext().headers,
          },
          body: JSON.stringify({ operationName, variables, extensions }),
          signal: abort.signal,
        })
          .then(answerOf)
          .then((answer) => {
            observer.next(answer);
            observer.complete();
          })
          .catch((error: unknown) => observer.error(error));
        return () => abort.abort();
      }),
  );
}

async function answerOf(response: Response): Promise<ApolloLink.Result> {
  const bodyText = await response.text();
  // A body of this type is the api's own word whatever the status; any other refusal was somebody's on the way.
  const isOurs = response.headers.get("content-type")?.includes("application/graphql-response+json") ?? false;
  if (!isOurs && !response.ok) throw new ServerError(`refused with status ${response.status}`, { response, bodyText });
  try {
    const answer: unknown = JSON.parse(bodyText);
    if (isAnswer(answer)) return answer;
  } catch (cause) {
    throw new ServerParseError(cause, { response, bodyText });
  }
  throw new ServerError("an answer with neither data nor errors", { response, bodyText });
}

function isAnswer(value: unknown): value is ApolloLink.Result {
  return typeof value === "object" && value !== null && ("data" in value || "errors" in value);
}
