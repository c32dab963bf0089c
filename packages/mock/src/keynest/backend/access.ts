import { checkAdminKey, oauth2UserOf, userOf } from "./authenticate.ts";
import type { Handler, UserCall } from "./call.ts";
import { checkRequest } from "./check-request.ts";

// Who may call an operation. The order is that of the real server: first the credential, then the rate limit, then the
// form of the request, so that a caller without a credential learns nothing.

/** For `security: []`. */
export function anyone(handler: Handler): Handler {
  return (call) => {
    checkRequest(call);
    return handler(call);
  };
}

/** For logins, which are counted by the address of the caller. */
export function anyoneLoggingIn(handler: Handler): Handler {
  return (call) => {
    call.notes.quota = call.limiter.countLogin(call.request.operation, call.request.remoteAddress);
    checkRequest(call);
    return handler(call);
  };
}

/** For `TokenAuth` or `JWTAuth`. */
export function aUser(handler: Handler<UserCall>): Handler {
  return (call) => {
    const user = userOf(call);
    call.notes.quota = call.limiter.countRequest(call.request.operation, user.id);
    checkRequest(call);
    return handler({ ...call, user });
  };
}

/** For `OAuth2PasswordBearer`. */
export function anOAuth2User(handler: Handler<UserCall>): Handler {
  return (call) => {
    const { claims, user } = oauth2UserOf(call);
    if (claims.key !== undefined) call.notes.key = claims.key;
    checkRequest(call);
    return handler({ ...call, user });
  };
}

/** For `AdminKey`. */
export function anAdministrator(handler: Handler): Handler {
  return (call) => {
    checkAdminKey(call);
    checkRequest(call);
    return handler(call);
  };
}
