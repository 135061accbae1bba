package de.kimhub.operations.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * @param instance     whose people it is for; empty for an administrator's, and for the steering group's
 * @param mustChange   its password was generated: nothing is open before it is changed
 * @param locked       by an administrator
 * @param blockedUntil after wrong attempts; may be past
 * @param version      another one than when a session began ends the session
 */
public record Account(long id, String name, Optional<String> instance, Set<Role> roles, boolean mustChange, boolean locked,
                      Optional<Instant> blockedUntil, Optional<Instant> signedInAt, int version) {

    public SignedIn signedIn() {
        return new SignedIn(id, name, instance, roles, version);
    }
}
