// The entry point of the thread for blocking calls.
import { serve } from "./serve.ts";

serve();
