import { formatProblem, GenerateError, generate } from "@keynest/codegen";

try {
  const { files, changes, problems } = await generate({
    input: "notes.yaml",
    output: "src/generated",
    resources: true,
  });
  for (const problem of problems) console.warn(formatProblem(problem));
  console.log(`${files.length} files, ${changes.added.length} of them new`);
} catch (error) {
  if (!(error instanceof GenerateError)) throw error;
  // The description cannot be used, and nothing has been written.
  for (const problem of error.problems) console.error(formatProblem(problem));
  process.exitCode = 1;
}
