// `npm start`: generates and builds everything, then takes the tour.
import { build } from "./build.ts";

if (await build()) {
  // Only now is there a built SDK to import.
  const { takeTour } = await import("./tour.ts");
  process.exitCode = (await takeTour()) ? 0 : 1;
} else {
  process.exitCode = 1;
}
