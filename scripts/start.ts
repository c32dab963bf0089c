// `npm start`: generates and builds everything, then takes the tour.
import { build } from "./build.ts";

if (await build()) {
  // Imported dynamically, because the packages exist only after the build.
  const { startMock } = await import("@keynest/mock");
  const { takeTour } = await import("./tour.ts");
  await using mock = await startMock();
  process.exitCode = (await takeTour(mock.url)) ? 0 : 1;
} else {
  process.exitCode = 1;
}
