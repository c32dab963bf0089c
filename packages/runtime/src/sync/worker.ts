// The file that the thread for blocking calls runs.
import { serve } from "./serve.ts";

serve();
