import { dirname } from "node:path";
import { watch } from "chokidar";

/**
 * Watches the folder of a description, because a description may have several files.
 *
 * @param file - the root of the description
 * @param onChange - called once for simultaneous changes
 * @param onError - called for a file that cannot be watched, such as a link to itself; the others still are
 */
export async function watchFiles(
  file: string,
  onChange: () => Promise<void>,
  onError: (error: unknown) => void,
): Promise<{ close(): Promise<void> }> {
  const watcher = watch(dirname(file), {
    ignoreInitial: true,
    // There may be folders of other users, as in /tmp.
    ignorePermissionErrors: true,
    ignored: (path, stats) =>
      /[/\\](node_modules|\.git)$/.test(path) || (!!stats?.isFile() && !/\.(json|ya?ml)$/.test(path)),
  });
  let timer: NodeJS.Timeout | undefined;
  watcher.on("error", onError);
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, 50);
  });
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
