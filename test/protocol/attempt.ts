/** What a function gives back, or the error that it throws. */
export function attempt<Result>(run: () => Result): Result | Error {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error : new Error("something else than an error was thrown", { cause: error });
  }
}
