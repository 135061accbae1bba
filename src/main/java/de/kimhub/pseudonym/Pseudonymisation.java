package de.kimhub.pseudonym;

import de.kimhub.message.CaseMessage;
import de.kimhub.message.Field;
import de.kimhub.message.PersonalData;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes from a case event who it is about. */
public final class Pseudonymisation {

    private final Pseudonyms pseudonyms;

    Pseudonymisation(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** An event, and whose it is. */
    public record About(long person, CaseMessage event) {
    }

    /** Whether the domain has a key, and this node has it. */
    public boolean ready(String domain) {
        return pseudonyms.ready(domain);
    }

    /** What they are called, by person. */
    public Map<Long, Pseudonym> names(String domain, Collection<Long> persons) {
        return pseudonyms.of(domain, persons);
    }

    /** The same for many at once, in their order. */
    public List<PseudonymisedCase> of(String domain, List<About> events, Set<Field> allowed) {
        Map<Long, Pseudonym> all = pseudonyms.of(domain, events.stream().map(About::person).collect(Collectors.toSet()));
        Set<Field> kept = passing(allowed);
        return events.stream().<PseudonymisedCase>map(about -> new PseudonymisedRecord(all.get(about.person()), about.event().type(),
                about.event().kind(), about.event().fields().only(kept))).toList();
    }

    /** @param allowed what a rule lets pass; of it, direct identifiers and special categories are left out */
    public PseudonymisedCase of(String domain, long person, CaseMessage event, Set<Field> allowed) {
        return of(domain, List.of(new About(person, event)), allowed).getFirst();
    }

    private static Set<Field> passing(Set<Field> allowed) {
        return allowed.stream().filter(field -> field.personalData() == PersonalData.NEUTRAL
                || field.personalData() == PersonalData.QUASI_IDENTIFIER).collect(Collectors.toSet());
    }
}
