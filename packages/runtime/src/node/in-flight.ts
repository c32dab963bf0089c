/** Counts calls until their responses have ended. */
export interface InFlight {
  begin(): void;
  end(): void;
  /** Resolves once there are none. */
  idle(): Promise<void>;
}

export function inFlight(): InFlight {
  let count = 0;
  let settle = () => {};
  return {
    begin() {
      count++;
    },
    end() {
      if (--count === 0) settle();
    },
    idle: () =>
      new Promise<void>((resolve) => {
        settle = resolve;
        if (count === 0) resolve();
      }),
  };
}
