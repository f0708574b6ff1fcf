import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** Runs a feature so that its failure is a logged error and an empty answer, and a cancelled question costs nothing. */
export function guarded<Params, Answer>(
  connection: Connection,
  name: string,
  empty: Answer,
  answer: (params: Params, token: CancellationToken) => Answer | Promise<Answer>,
): (params: Params, token: CancellationToken) => Promise<Answer | ResponseError<never>> {
  const cancelled = () => new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await answer(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      // What the user did wrong is said to the user.
      if (error instanceof ResponseError) return new ResponseError<never>(error.code, error.message);
      connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty;
    }
  };
}
