/** An operation that requires a credential documents status 401. */
export function securedOperation401() {
  let rootSecurity = [];
  return {
    Root({ security = [] }) {
      rootSecurity = security;
    },
    Operation({ security = rootSecurity, responses = {} }, { report, location }) {
      const needsCredential = security.length > 0 && security.every((scheme) => Object.keys(scheme).length > 0);
      if (needsCredential && !("401" in responses)) {
        report({
          message: "An operation that requires a credential needs a 401 response.",
          location: location.child("responses"),
        });
      }
    },
  };
}
