import { generateFiles } from "../pipeline.ts";
import { formatProblem, GenerateError } from "../problem.ts";
import type { KeynestPlugin } from "./types.ts";

/**
 * Passes the files of the client to hey-api, which writes them. Reads the description again, because hey-api's document
 * is bundled and rewritten, and has lost the source locations for warnings.
 */
export const handler: KeynestPlugin["Handler"] = async ({ plugin }) => {
  const { runtime, resources, sync, pagination } = plugin.config;
  const { files, problems } = await generateFiles({
    input: inputOf(plugin.context.config.input.map(({ path }) => path)),
    ...(runtime !== undefined && { runtime }),
    ...(resources !== undefined && { resources }),
    ...(sync !== undefined && { sync }),
    ...(pagination !== undefined && { pagination }),
  });
  if (plugin.context.config.logs.level !== "silent") {
    for (const problem of problems) console.warn(formatProblem(problem));
  }
  for (const [path, text] of files) {
    const file = plugin.gen.files.register({ logicalFilePath: path.replace(/\.ts$/, "") });
    // Modules import each other by these names, whatever naming the output has for others.
    file.setFinalPath(path);
    file.setRenderer({ supports: () => true, render: () => text });
  }
};

function inputOf(inputs: readonly unknown[]): string {
  const [input, ...others] = inputs;
  if (typeof input === "string" && others.length === 0) return input;
  const message = "The plugin keynest needs one input: the path of a file, or an http(s) URL.";
  throw new GenerateError([{ level: "error", message }]);
}
