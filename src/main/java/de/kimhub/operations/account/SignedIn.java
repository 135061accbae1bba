package de.kimhub.operations.account;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Who uses the pages. Every way of signing in ends with one of these; pages know nothing else of it.
 *
 * @param version of the account when the session began
 */
public record SignedIn(long account, String name, Optional<String> instance, Set<Role> roles, int version)
        implements Principal {

    @Override
    public String getName() {
        return name;
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }

    /** For templates: whether it reads what the steering group reads. */
    public boolean steers() {
        return may(Role.LENKUNGSGRUPPE) || may(Role.KI_KOORDINATION);
    }

    /** For templates: whether it has the role of this code. */
    public boolean mayDo(String code) {
        return Role.find(code).filter(roles::contains).isPresent();
    }
}
