package de.kimhub.pseudonym;

import java.util.List;
import java.util.Optional;

/** {@code pseudonym-domains.yaml}. */
public record PseudonymDomains(List<Domain> domains, List<Officer> officers) {

    public static final PseudonymDomains NONE = new PseudonymDomains(List.of(), List.of());

    /** Somebody who may ask for a re-identification, or approve one that somebody of another role asked for. */
    public record Officer(String name, String role) {
    }

    public Optional<Domain> find(String name) {
        return domains.stream().filter(domain -> domain.name().equals(name)).findAny();
    }

    public Optional<Domain> withPrefix(String prefix) {
        return domains.stream().filter(domain -> domain.prefix().equals(prefix)).findAny();
    }

    Optional<Officer> officer(String name) {
        return officers.stream().filter(officer -> officer.name().equals(name)).findAny();
    }

    /** @throws PseudonymRefused when there is none of this name */
    public Domain domain(String name) {
        return find(name).orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NO_DOMAIN));
    }
}
